using System.Buffers;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch.EventLoops;

namespace Akka.IO.Internal;

/// <summary>
/// Sends a connection's writes: as many as there are in one call, without waiting; what the kernel has no space for is sent by
/// a <see cref="PendingSend"/>, and what an event loop that is behind leaves to its assistant by a <see cref="DelegatedSend"/>.
/// Refuses writes that would make the queue too long. Belongs to the connection actor, and on a loop to its thread.
/// </summary>
internal sealed class SocketWriter : IDisposable
{
    /// <summary>Small writes are joined to blocks of this many bytes.</summary>
    private const int BlockSize = 64 * 1024;

    private readonly Socket _socket;

    // Of event loops only, whose thread alone closes the socket.
    private readonly EventLoop? _loop;
    private readonly int _descriptor;

    private readonly IActorRef _connection;
    private readonly int _queueLimit;
    private readonly WriteQueue _queue;
    private PendingSend? _pending;
    private DelegatedSend? _delegated;
    private Sending _sending;
    private bool _flushAwaited;
    private bool _suspended;
    private IActorRef? _awaitsResume;

    /// <param name="socket">The connection's socket; it does not block.</param>
    /// <param name="connection">Who is the sender of what is told.</param>
    /// <param name="queueLimit">The most bytes to hold; negative for any number.</param>
    /// <param name="loop">The loop that the connection actor runs on and that waits for the socket; null if there is none.</param>
    public SocketWriter(Socket socket, IActorRef connection, int queueLimit, EventLoop? loop)
    {
        _socket = socket;
        _loop = loop;
        if (loop is not null) _descriptor = (int)socket.SafeHandle.DangerousGetHandle();
        _connection = connection;
        _queueLimit = queueLimit;
        _queue = new WriteQueue(connection);
    }

    private enum Sending
    {
        Nothing,
        Pending,
        Delegated,
    }

    /// <summary>Whether one refused write makes it refuse all until <see cref="Resume"/>.</summary>
    public bool SuspendsWhenFull { get; set; }

    /// <summary>Whether all bytes are with the kernel.</summary>
    public bool IsIdle => _queue.IsEmpty;

    /// <summary>Who sent the writes that are not with the kernel.</summary>
    public IEnumerable<IActorRef> Senders => _queue.Senders;

    /// <summary>Whether a write can be taken now.</summary>
    public bool HasSpaceFor(Tcp.WriteCommand command) =>
        // A write larger than the limit must be able to pass at all, so an empty queue takes anything.
        _queueLimit < 0 || _queue.Bytes == 0 || _queue.Bytes + WriteQueue.SizeOf(command) <= _queueLimit;

    /// <summary>Takes a write, to be sent by the next <see cref="Flush"/>, or refuses it.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryAdd(Tcp.WriteCommand command, IActorRef sender)
    {
        if (!_suspended && HasSpaceFor(command))
        {
            _queue.Add(command, sender);
            return true;
        }

        Refuse(command, sender, _suspended
            ? "Writing is suspended since a write was refused; it goes on after ResumeWriting is answered by WritingResumed."
            : $"{_queue.Bytes} bytes are not sent yet; {WriteQueue.SizeOf(command)} more would exceed "
              + $"akka.io.tcp.write-commands-queue-max-size = {_queueLimit}.");
        _suspended = SuspendsWhenFull;
        return false;
    }

    /// <summary>Tells the sender of a command that it failed.</summary>
    public void Refuse(Tcp.Command command, IActorRef sender, string cause) =>
        sender.Tell(command.FailureMessage.WithCause(new IOException(cause)), _connection);

    /// <summary>Takes writes again, and says so as soon as all bytes are with the kernel.</summary>
    public void Resume(Tcp.ResumeWriting command, IActorRef sender)
    {
        if (_awaitsResume is not null)
        {
            Refuse(command, sender, "Another actor waits for WritingResumed already.");
            return;
        }

        _awaitsResume = sender;
        AnswerResume();
    }

    /// <summary>Sends until all is with the kernel or what is left goes on by itself.</summary>
    /// <param name="mayDelegate">
    /// Whether the assistant of an event loop may do it, for who need not hear when all is sent. Who flushes again meanwhile does.
    /// </param>
    /// <returns><see cref="SocketError.Success"/>, or why the connection is lost.</returns>
    public SocketError Flush(bool mayDelegate = false)
    {
        if (_sending != Sending.Nothing)
        {
            _flushAwaited = true;
            return SocketError.Success;
        }

        _queue.Advance(0);
        while (_queue.Bytes > 0)
        {
            if (mayDelegate && TryDelegate()) return SocketError.Success;

            var count = SendFront(out var error);
            if (SocketErrors.IsNotReady(error))
            {
                if (AwaitSpace()) return SocketError.Success;
                (count, error) = (_pending!.BytesTransferred, _pending.SocketError);
            }

            if (error != SocketError.Success) return error;
            _queue.Advance(count);
        }

        AnswerResume();
        return SocketError.Success;
    }

    /// <summary>Goes on after <see cref="PendingSend.Finished"/>, which is told of a delegated send, too, that is not all.</summary>
    /// <returns><see cref="SocketError.Success"/>, or why the connection is lost.</returns>
    public SocketError FlushAfterPending()
    {
        var (count, error) = _sending == Sending.Delegated
            ? (_delegated!.BytesTransferred, _delegated.SocketError)
            : (_pending!.BytesTransferred, _pending.SocketError);
        _sending = Sending.Nothing;
        _flushAwaited = false;

        if (error != SocketError.Success) return error;
        _queue.Advance(count);

        // A delegated send does not wait for space, so another one might find none, too.
        return Flush();
    }

    /// <summary>The delegated send is done. Called by the loop, outside the connection actor's turn.</summary>
    public void OnDelegatedSent()
    {
        if (_flushAwaited || _delegated!.BytesTransferred < _queue.Bytes)
        {
            _connection.Tell(PendingSend.Finished.Instance, ActorRefs.NoSender);
            return;
        }

        // As nearly always: that was all, and it needs no turn of the connection actor.
        _sending = Sending.Nothing;
        _queue.Advance(_delegated.BytesTransferred);
        AnswerResume();
    }

    /// <summary>Sends nothing more: the socket is about to be closed.</summary>
    public void Stop() => _delegated?.Withdraw();

    public void Dispose() => _pending?.Dispose();

    private int SendFront(out SocketError error)
    {
        var front = _queue.Front;
        if (front.Count == _queue.Bytes || front.Count >= BlockSize)
            return Send(front, out error);

        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var count = _queue.CopyTo(block.AsSpan(0, BlockSize));
            return Send(block.AsSpan(0, count), out error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private int Send(ReadOnlySpan<byte> bytes, out SocketError error) =>
        _loop is not null
            ? LinuxSocket.Send(_descriptor, bytes, out error)
            : _socket.Send(bytes, SocketFlags.None, out error);

    /// <returns>Whether all there is will be sent by the assistant of the loop.</returns>
    private bool TryDelegate()
    {
        if (_loop is not { IsBehind: true } || _queue.Front.Count < _queue.Bytes) return false;

        // What it has sent would count as unsent until the loop hears of it, and the next write be refused.
        if (_queueLimit >= 0) return false;

        _delegated ??= new DelegatedSend(_loop, this, _descriptor);
        if (!_delegated.TryStart(_queue.Front)) return false;
        _sending = Sending.Delegated;
        return true;
    }

    /// <returns>Whether the front is still being sent; if not, the result is in the pending send.</returns>
    private bool AwaitSpace()
    {
        _pending ??= new PendingSend(_connection);
        if (!_pending.Start(_socket, _queue.Front)) return false;
        _sending = Sending.Pending;
        return true;
    }

    private void AnswerResume()
    {
        if (_awaitsResume is null || !IsIdle) return;
        _suspended = false;
        _awaitsResume.Tell(Tcp.WritingResumed.Instance, _connection);
        _awaitsResume = null;
    }
}
