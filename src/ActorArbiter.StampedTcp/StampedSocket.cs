using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp.EventLoops;
using ActorArbiter.StampedTcp.Interop;
using Akka.Actor;
using Akka.Dispatch;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// A TCP connection, tcp(7). It belongs to one actor, its owner, which runs on the event loop of the listener that accepted it, is
/// told <see cref="SocketEvent"/>s, and calls the socket in its own turn: no other thread may.
/// </summary>
/// <remarks>
/// <code>
///  accepted --Open--> open --Close--> closed
///
///  reading:  AwaitReadable, upon which Readable is told once; Receive; and again
///  sending:  Send; when it returns false Sent is told once all is with the kernel, or Failed
/// </code>
/// An accepted socket is its accepter's until it is open, and can only be opened or closed. Whoever makes its owner closes it if that
/// fails, for an actor whose constructor or PreStart throws has no PostStop; <see cref="PropsFor"/> does.
/// <para>
/// A connection that is lost stays so: every <see cref="Receive"/> that finds no byte any more says <see cref="ReceiveStatus.Lost"/>,
/// sends are dropped, and nothing more is told, whatever is awaited. Nor is anything told after <see cref="Close"/>, but for what is in the owner's mailbox.
/// </para>
/// </remarks>
public sealed class StampedSocket : IReadinessTarget
{
    private readonly EventLoop _loop;
    private readonly StampedListener _listener;
    private readonly int _descriptor;
    private int _key = -1;
    private IActorRef _owner = ActorRefs.Nobody;
    private SocketOutput? _output;
    private SocketStates _states = SocketStates.Unopened;

    internal StampedSocket(EventLoop loop, StampedListener listener, int descriptor)
    {
        _loop = loop;
        _listener = listener;
        _descriptor = descriptor;
    }

    /// <summary>Why the connection is lost; <see cref="SocketError.Success"/> while it is not known to be.</summary>
    public SocketError Error { get; private set; }

    /// <summary>Whether the end of what the peer sends was read.</summary>
    public bool HasPeerEnded => Has(SocketStates.PeerEnded);

    /// <summary>Whether the sending side has ended: behind all that was sent.</summary>
    public bool HasSendingEnded => Has(SocketStates.SendingEnded);

    /// <summary>Whether something that was sent is not with the kernel yet.</summary>
    public bool IsSending => _output is { IsEmpty: false };

    /// <summary>The peer's address; <see langword="null"/> if the connection is lost or closed.</summary>
    public IPEndPoint? RemoteEndPoint
    {
        get
        {
            _loop.Verify();
            return Has(SocketStates.Closed) ? null : LinuxSocket.PeerOf(_descriptor);
        }
    }

    /// <summary>
    /// Props of an owner, on the dispatcher of the listener's. The socket is closed when that actor has stopped, or if it cannot be made:
    /// if its constructor or PreStart throws. It cannot be restarted: use a supervisor strategy that stops.
    /// </summary>
    /// <typeparam name="TOwner">The type of the actor.</typeparam>
    /// <param name="create">Makes it. Its PreStart calls <see cref="Open"/>.</param>
    public Props PropsFor<TOwner>(Func<StampedSocket, TOwner> create)
        where TOwner : ActorBase
    {
        ArgumentNullException.ThrowIfNull(create);
        return Props.CreateBy(new SocketOwnerProducer(this, typeof(TOwner), create)).WithDispatcher(_loop.Name);
    }

    /// <summary>Makes an actor the owner. If that fails, the socket is closed, unless it was open.</summary>
    /// <param name="owner">The context of an actor on the socket's event loop.</param>
    /// <exception cref="InvalidOperationException">The actor runs elsewhere, or the socket was opened or closed already.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The system watches no more sockets, epoll_ctl(2).</exception>
    public void Open(IActorContext owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        _loop.Verify();
        if (!Has(SocketStates.Unopened))
            throw new InvalidOperationException($"The socket of {owner.Self.Path} was opened or closed before.");
        try
        {
            if (StampedTcpExtension.LoopOf(owner) != _loop)
                throw new InvalidOperationException($"{owner.Self.Path} does not run on the dispatcher of the listener that accepted its socket.");
            _owner = owner.Self;
            _key = _loop.Watch(_descriptor, this);
            Clear(SocketStates.Unopened);
            _listener.Release(this);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>Has the owner told <see cref="SocketEvent.Readable"/> once, as soon as there is something to read.</summary>
    public void AwaitReadable()
    {
        _loop.Verify();
        if (Error != SocketError.Success)
            return;
        if (Has(SocketStates.Readable))
            TellReadable();
        else
            Set(SocketStates.Awaited);
    }

    /// <summary>Reads what is there, at most 64 KiB, without waiting.</summary>
    /// <param name="bytes">The bytes: in the loop's own memory, which whoever has the next turn uses again. Copy what is kept.</param>
    /// <param name="time">When the last of them reached this host.</param>
    /// <returns>What there was. Bytes that came before the connection was lost come first.</returns>
    public ReceiveStatus Receive(out ReadOnlyMemory<byte> bytes, out ReceiveTime time)
    {
        _loop.Verify();
        Clear(SocketStates.Told);
        bytes = default;
        time = default;
        if ((_states & (SocketStates.Closed | SocketStates.Unopened)) != 0)
            return ReceiveStatus.Nothing;

        var space = _loop.Buffer;
        Span<byte> control = stackalloc byte[KernelTimestamps.ControlBytes];
        var count = LinuxSocket.Receive(_descriptor, space.Span, ref control, out var error);
        if (SocketErrors.IsNotReady(error))
        {
            if (error != SocketError.Interrupted)
                Clear(SocketStates.Readable);
            return ReceiveStatus.Nothing;
        }

        if (count == 0)
            return EndReading(error);

        bytes = space[..count];
        var isFull = count == space.Length;
        time = KernelTimestamps.Of(control, isFull);

        // A read that was not filled has taken all there was (epoll(7)), unless something other than bytes stopped it.
        var mayBeFollowed = isFull || (time.MayBeLate && time.Source == ReceiveTimeSource.Kernel);
        if (!mayBeFollowed && !Has(SocketStates.Interrupted))
            Clear(SocketStates.Readable);
        return ReceiveStatus.Bytes;
    }

    /// <summary>Sends bytes, behind those that were sent before.</summary>
    /// <param name="bytes">They must stay as they are until the kernel has them: what was received must be copied.</param>
    /// <returns>
    /// Whether the kernel has all of them; if not, <see cref="SocketEvent.Sent"/> or <see cref="SocketEvent.Failed"/> is told, unless the
    /// connection is lost or closed already. What the kernel has no space for is kept, however much it is: an owner whose peer may be slow
    /// waits for that before it sends more.
    /// </returns>
    /// <exception cref="InvalidOperationException">The socket is not open yet, or its sending side has ended, or is to end.</exception>
    public bool Send(ReadOnlyMemory<byte> bytes)
    {
        _loop.Verify();
        if ((_states & (SocketStates.EndsWhenSent | SocketStates.SendingEnded | SocketStates.Unopened)) != 0)
            throw new InvalidOperationException("Nothing can be sent before the socket is open, nor behind the end of its sending side.");
        if (bytes.IsEmpty || Has(SocketStates.Closed) || Error != SocketError.Success)
            return bytes.IsEmpty && !IsSending;
        if (IsSending)
        {
            _output!.Add(bytes);
            return false;
        }

        if (_loop.IsBehind && Output.TryDelegate(_loop, bytes))
            return false;
        var sent = LinuxSocket.Send(_descriptor, bytes.Span, out var error);
        if (sent == bytes.Length)
            return true;
        if (error != SocketError.Success && !SocketErrors.IsNotReady(error))
        {
            Fail(error);
            return false;
        }

        Output.Add(bytes[sent..]);
        AwaitSpace();
        return false;
    }

    /// <summary>Ends the sending side, behind all that was sent; the peer reads the end of the stream. It can still be received.</summary>
    /// <exception cref="InvalidOperationException">The socket is not open yet.</exception>
    public void EndSending()
    {
        _loop.Verify();
        if (Has(SocketStates.Unopened))
            throw new InvalidOperationException("The sending side of a socket cannot end before the socket is open.");
        if (Has(SocketStates.Closed))
            return;
        if (IsSending)
        {
            Set(SocketStates.EndsWhenSent);
            return;
        }

        Set(SocketStates.SendingEnded);
        LinuxSocket.EndSending(_descriptor);
    }

    /// <summary>
    /// Closes at once, and drops what the kernel does not have yet. Where <see cref="EndSending"/> did not take effect before, the
    /// connection is reset: the peer can tell that it was cut.
    /// </summary>
    public void Close()
    {
        _loop.Verify();
        if (Has(SocketStates.Closed))
            return;
        if (Has(SocketStates.Unopened))
            _listener.Release(this);
        else
            _loop.Forget(_key);
        Set(SocketStates.Closed);
        Clear(SocketStates.Unopened | SocketStates.Readable);
        _output?.Abandon();
        if (!Has(SocketStates.SendingEnded))
            LinuxSocket.ResetOnClose(_descriptor);
        LinuxSocket.Close(_descriptor);
    }

    /// <summary>As <see cref="Close"/>, after the turn of others if this is not the loop's thread. After the end of the loop it does nothing.</summary>
    internal void CloseFromAnywhere()
    {
        if (_loop.IsCurrent)
            Close();
        else
            _loop.Queue(new ActionRunnable(Close));
    }

    void IReadinessTarget.OnEnd() => Close();

    void IReadinessTarget.OnReady(Readiness readiness)
    {
        // First, for what came before the connection was lost can still be read.
        if ((readiness & ~Readiness.Writable) != 0)
            OnReadable(readiness);
        if ((readiness & (Readiness.Writable | Readiness.Failed)) != 0 && IsSending)
            Flushed(_output!.Flush());
    }

    private void OnReadable(Readiness readiness)
    {
        Set(SocketStates.Readable);
        if ((readiness & ~(Readiness.Readable | Readiness.Writable)) != 0)
            Set(SocketStates.Interrupted);

        // Behind the end of what the peer sent nobody waits for more, and reads go on to find that end.
        var isLost = Has(SocketStates.PeerEnded) && (readiness & Readiness.Failed) != 0 && Error == SocketError.Success;
        if (isLost)
            Error = WhyLost();
        if (Has(SocketStates.Awaited) || isLost)
            TellReadable();
    }

    private SocketOutput Output => _output ??= new SocketOutput(_descriptor, Flushed);

    private ReceiveStatus EndReading(SocketError error)
    {
        Clear(SocketStates.Readable);

        // The kernel tells an error once, and then that the stream ended.
        if (Error == SocketError.Success)
            Error = error;
        if (Error != SocketError.Success)
        {
            Clear(SocketStates.Awaited);
            _output?.Abandon();
            return ReceiveStatus.Lost;
        }

        Set(SocketStates.PeerEnded);
        return ReceiveStatus.End;
    }

    // The kernel's word for a reset that comes behind the peer's end is EPIPE.
    private SocketError WhyLost() => LinuxSocket.ErrorOf(_descriptor) is var error and not (SocketError.Success or SocketError.Shutdown)
        ? error
        : SocketError.ConnectionReset;

    private void AwaitSpace()
    {
        if (Has(SocketStates.WritableWatched))
            return;
        _loop.WatchWritable(_descriptor, _key);
        Set(SocketStates.WritableWatched);
    }

    private void Flushed(SocketError error)
    {
        switch (error)
        {
            case SocketError.Success:
                if (Has(SocketStates.EndsWhenSent))
                {
                    Set(SocketStates.SendingEnded);
                    LinuxSocket.EndSending(_descriptor);
                }

                _owner.Tell(SocketEvent.Sent, ActorRefs.NoSender);
                break;
            case SocketError.WouldBlock:
                AwaitSpace();
                break;
            default:
                Fail(error);
                break;
        }
    }

    private void Fail(SocketError error)
    {
        if (Error == SocketError.Success)
            Error = error;
        _output?.Abandon();
        Clear(SocketStates.Awaited);
        _owner.Tell(SocketEvent.Failed, ActorRefs.NoSender);
    }

    private void TellReadable()
    {
        if (Has(SocketStates.Told))
            return;
        Set(SocketStates.Told);
        Clear(SocketStates.Awaited);
        _owner.Tell(SocketEvent.Readable, ActorRefs.NoSender);
    }

    private bool Has(SocketStates state) => (_states & state) != 0;

    private void Set(SocketStates state) => _states |= state;

    private void Clear(SocketStates state) => _states &= ~state;
}
