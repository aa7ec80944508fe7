using System.Net;
using System.Net.Sockets;
using ActorArbiter.Ordering;
using ActorArbiter.StampedTcp;
using Akka.Actor;

namespace ActorArbiter.Transports;

/// <summary>A listener of stamped TCP. Connections outlive it.</summary>
internal sealed class StampedListenerSocket : IListenerSocket
{
    private readonly IPEndPoint _address;
    private readonly StampSetting _stamps;
    private StampedListener? _listener;
    private IActorRef _owner = ActorRefs.Nobody;

    public StampedListenerSocket(IPEndPoint address, StampSetting stamps)
    {
        _address = address;
        _stamps = stamps;
    }

    /// <summary>What one of its connections received: they share a thread, and each reads in its own turn.</summary>
    public SocketProtocol.Received Received { get; } = new();

    public void Bind(IActorContext owner)
    {
        _owner = owner.Self;
        var tcp = StampedTcpExtension.For(owner.System);
        var options = tcp.ListenerDefaults with
        {
            KernelTimestamps = _stamps == StampSetting.Kernel,
            Configure = KeepAlive.SetOn,
        };
        try
        {
            _listener = tcp.Listen(owner, _address, options);
        }
        catch (SocketException cause)
        {
            _owner.Tell(new ListenerProtocol.BindFailed(cause));
            return;
        }

        _owner.Tell(new ListenerProtocol.Bound(_listener.LocalEndPoint, _stamps == StampSetting.Kernel ? _listener.WhyRead : null));
    }

    public void AcceptOn() => _listener?.AwaitClient();

    public IClientSocket? TryAccept() =>
        _listener?.TryAccept() is { } accepted ? new StampedClientSocket(accepted, this) : null;

    public void StopAccepting() => _listener?.Dispose();

    public void Close()
    {
        _listener?.Dispose();
        _owner.Tell(ListenerProtocol.Closed.Instance);
    }

    public object? Read(object message) => message is SocketEvent ? ListenerProtocol.Acceptable.Instance : message;

    /// <summary>The stamp of a message that came so.</summary>
    public ReceiveStamp StampOf(ReceiveTime time) => _stamps == StampSetting.Off
        ? default
        : new ReceiveStamp(
            time.Source == ReceiveTimeSource.Kernel ? StampSource.Kernel : StampSource.Read,
            time.Nanoseconds,
            time.Source == ReceiveTimeSource.Kernel && time.MayBeLate);
}
