using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.EventLoops;

namespace Akka.IO.Internal;

/// <summary>
/// Reads on the thread of the event loop that the connection actor runs on, too: nothing here is used by two threads. Reads
/// only what the loop has announced, so a chunk usually costs one system call.
/// </summary>
internal sealed class EventLoopReader : ISocketReader, IReadinessTarget, IRunnable
{
    private readonly EventLoop _loop;
    private readonly IActorRef _connection;
    private readonly IActorRef _handler;
    private readonly int _descriptor;
    private readonly int _key;
    private readonly int _chunkLimit;
    private readonly Tcp.ReceiveTimestampSource _timestamps;
    private readonly bool _pullMode;
    private bool _wanted;
    private bool _ended;

    // What the loop has announced and was not read yet: the loop announces nothing twice.
    private bool _isReadable;
    private bool _isQueued;

    // There is, or was, more to the stream than bytes: its end, an error, an urgent mark. A read stops there.
    private bool _isInterrupted;

    /// <param name="loop">The loop whose thread this is.</param>
    /// <param name="established">The socket; it is closed on this thread, after <see cref="Stop"/>.</param>
    /// <param name="connection">Is told the end.</param>
    /// <param name="handler">Is told the bytes.</param>
    /// <param name="chunkLimit">The most bytes told at once.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses to watch the socket.</exception>
    public EventLoopReader(
        EventLoop loop, in EstablishedSocket established, IActorRef connection, IActorRef handler, int chunkLimit)
    {
        _loop = loop;
        _connection = connection;
        _handler = handler;
        _descriptor = (int)established.Socket.SafeHandle.DangerousGetHandle();
        _chunkLimit = Math.Min(chunkLimit, EventLoop.BufferSize);
        _timestamps = established.Timestamps;
        _pullMode = established.PullMode;
        _key = loop.Watch(_descriptor, this);
    }

    public void Resume()
    {
        _wanted = true;
        Read();
    }

    public void Suspend() => _wanted = false;

    public bool Stop()
    {
        _ended = true;
        return true;
    }

    public void Dispose() => _loop.Forget(_key);

    void IReadinessTarget.OnReady(Readiness readiness)
    {
        _isReadable = true;
        _isInterrupted |= readiness != Readiness.Readable;
        Read();
    }

    void IRunnable.Run()
    {
        _isQueued = false;
        Read();
    }

    void IThreadPoolWorkItem.Execute() => ((IRunnable)this).Run();

    private void Read()
    {
        if (!_wanted || !_isReadable || _ended || _isQueued) return;
        ReadChunk();
        if (!_wanted || !_isReadable || _ended) return;

        // Not at once: first the handler gets its turn, whose mailbox may be bounded.
        _isQueued = true;
        _loop.Queue(this);
    }

    private void ReadChunk()
    {
        var space = _loop.Buffer[.._chunkLimit];
        Span<byte> control = stackalloc byte[KernelTimestamps.ControlBytes];
        var count = LinuxSocket.Receive(_descriptor, space, ref control, out var error);
        if (SocketErrors.IsNotReady(error))
        {
            _isReadable = error == SocketError.Interrupted;
            return;
        }

        if (count == 0)
        {
            _ended = true;
            _connection.Tell(
                error != SocketError.Success ? ReadingEnded.Failed(error) : ReadingEnded.EndOfStream, ActorRefs.NoSender);
            return;
        }

        var timestamp = _timestamps switch
        {
            Tcp.ReceiveTimestampSource.Kernel => KernelTimestamps.Of(control, isFull: count == space.Length),
            Tcp.ReceiveTimestampSource.Clock => Tcp.ReceiveTimestamp.OfClock(),
            _ => default,
        };

        // A read that was not filled has taken all there was (epoll(7)), unless something other than bytes stopped it.
        _isReadable = count == space.Length || timestamp.MayBeLate || _isInterrupted;

        // Before the chunk is told: the answer to it may be the next ResumeReading.
        if (_pullMode) Suspend();
        _handler.Tell(new Tcp.Received(ByteString.CopyFrom(space[..count]), timestamp), _connection);
    }
}
