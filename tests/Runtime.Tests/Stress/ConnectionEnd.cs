using Akka.IO;

namespace Runtime.Tests.Stress;

/// <summary>What one side of a connection saw of it. The counts are of bytes.</summary>
internal sealed record ConnectionEnd(
    int ClientPort,
    int Written,
    int Acknowledged,
    int Received,
    IReadOnlyList<Tcp.ConnectionClosed> Closed,
    string? Fault);
