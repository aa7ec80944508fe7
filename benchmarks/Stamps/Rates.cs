namespace Benchmarks.Stamps;

/// <summary>How much a server did in a second.</summary>
/// <param name="Rounds">Greeting rounds, each with two connections of its own.</param>
/// <param name="Messages">Messages of 10 bytes that were sent back, on connections that stay open.</param>
internal sealed record Rates(double Rounds, double Messages);
