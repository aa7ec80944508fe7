using Akka.IO;

namespace Runtime.Tests.Stress;

/// <summary>What one side of a connection saw of it. The counts are of bytes.</summary>
internal sealed record ConnectionEnd(
    int ClientPort,
    int Written,
    int Acknowledged,
    int Received,
    IReadOnlyList<Tcp.ConnectionClosed> Closed,
    string? Fault)
{
    /// <summary>The bytes that have arrived if the other side saw an orderly end.</summary>
    public int Promised => Closed is [Tcp.Closed or Tcp.ConfirmedClosed] ? Written : Acknowledged;
}
