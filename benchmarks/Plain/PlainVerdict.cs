namespace Benchmarks.Plain;

/// <summary>What both contenders of a round are told.</summary>
/// <param name="Line">The line, with its line feed.</param>
/// <param name="First">Whose message came first.</param>
/// <param name="Second">Whose came second.</param>
internal sealed record PlainVerdict(byte[] Line, PlainConnection First, PlainConnection Second);
