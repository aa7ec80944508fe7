using System.Net.Sockets;

namespace ActorArbiter.StampedTcp;

/// <summary>How a listener listens. <see cref="StampedTcpExtension.ListenerDefaults"/> has what the settings say.</summary>
public sealed record StampedListenerOptions
{
    /// <summary>How many clients the kernel keeps that are not accepted yet, listen(2); it may allow fewer.</summary>
    public int Backlog { get; init; } = 4096;

    /// <summary>
    /// Whether the kernel is asked when what is received came. If not, or where it does not tell, reads have the system's clock
    /// (<see cref="ReceiveTimeSource.Read"/>).
    /// </summary>
    public bool KernelTimestamps { get; init; } = true;

    /// <summary>Whether small segments are sent at once (<c>TCP_NODELAY</c>, tcp(7)).</summary>
    public bool NoDelay { get; init; } = true;

    /// <summary>How long to pause when none can be accepted for a reason that is no client's, such as no free descriptor.</summary>
    public TimeSpan AcceptPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Sets more options, before the socket is bound: on Linux accepted sockets inherit them. What it throws is thrown by
    /// <see cref="StampedTcpExtension.Listen"/>.
    /// </summary>
    public Action<Socket>? Configure { get; init; }
}
