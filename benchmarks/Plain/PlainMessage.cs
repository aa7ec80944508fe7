namespace Benchmarks.Plain;

/// <summary>A contender's message.</summary>
/// <param name="Id">Who sent it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Connection">Where it came from.</param>
internal sealed record PlainMessage(string Id, string Text, PlainConnection Connection);
