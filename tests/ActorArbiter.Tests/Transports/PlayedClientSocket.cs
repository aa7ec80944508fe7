using System.Net;
using System.Text;
using ActorArbiter.Ordering;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.TestKit;

namespace ActorArbiter.Tests.Transports;

/// <summary>
/// A connection whose client and kernel the test plays: it is told of every call (<see cref="SocketCalls"/>), and tells the owner what
/// happens as <see cref="SocketProtocol"/> has it, and <see cref="Bytes"/>.
/// </summary>
internal sealed class PlayedClientSocket(TestProbe test) : IClientSocket
{
    private readonly SocketProtocol.Received _received = new();
    private byte[] _bytes = [];
    private IActorRef _owner = ActorRefs.Nobody;
    private bool _hasPeerEnded;
    private bool _isSending;

    /// <summary>Whether the kernel takes at once what is sent; if not, the test tells the owner <see cref="SocketProtocol.Sent"/>.</summary>
    public bool HasRoom { get; set; } = true;

    /// <summary>What <see cref="Open"/> throws.</summary>
    public Exception? OpenFailure { get; init; }

    public IPEndPoint? Peer { get; init; } = new(IPAddress.Loopback, 50000);

    public void Open(IActorContext owner)
    {
        _owner = owner.Self;
        Tell(new SocketCalls.Open(owner.Self));
        if (OpenFailure is not null)
            throw OpenFailure;
    }

    public void ReadOn() => Tell(new SocketCalls.ReadOn());

    public bool Send(ReadOnlyMemory<byte> bytes)
    {
        _isSending |= !HasRoom;
        Tell(new SocketCalls.Send(SentText.Of(bytes)));
        return !_isSending;
    }

    public bool EndSending()
    {
        Tell(new SocketCalls.EndSending());
        return _hasPeerEnded && !_isSending;
    }

    public void Close() => Tell(new SocketCalls.Close());

    public object? Read(object message)
    {
        // What was received holds for one turn.
        Array.Clear(_bytes);
        _received.With(default, default);
        switch (message)
        {
            case Bytes sent:
                _bytes = [.. sent.Sent];
                return _received.With(_bytes, sent.Stamp);
            case SocketProtocol.PeerClosed:
                _hasPeerEnded = true;
                break;
            case SocketProtocol.Sent:
                _isSending = false;
                break;
        }

        return message;
    }

    private void Tell(object call) => test.Ref.Tell(call, _owner);

    /// <summary>The client sent these bytes.</summary>
    public sealed record Bytes(byte[] Sent, ReceiveStamp Stamp = default)
    {
        public static Bytes Of(string text, ReceiveStamp stamp = default) => new(Encoding.UTF8.GetBytes(text), stamp);
    }
}
