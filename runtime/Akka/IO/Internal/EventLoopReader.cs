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
    /// <summary>How many chunks are read before others get a turn.</summary>
    private const int ChunksPerTurn = 8;

    private readonly EventLoop _loop;
    private readonly Socket _socket;
    private readonly IActorRef _connection;
    private readonly IActorRef _handler;
    private readonly bool _pullMode;
    private readonly ChunkReceiver _receiver;
    private readonly int _chunkLimit;
    private readonly int _key;
    private bool _wanted;
    private bool _ended;

    // What the loop has announced and was not read yet: the loop announces nothing twice.
    private bool _isReadable;
    private bool _isEndNear;
    private bool _isQueued;

    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses to watch the socket.</exception>
    public EventLoopReader(
        EventLoop loop,
        Socket socket,
        IActorRef connection,
        IActorRef handler,
        bool pullMode,
        ChunkReceiver receiver,
        int chunkLimit)
    {
        _loop = loop;
        _socket = socket;
        _connection = connection;
        _handler = handler;
        _pullMode = pullMode;
        _receiver = receiver;
        _chunkLimit = Math.Min(chunkLimit, PooledReceiver.BufferSize);
        _key = loop.Watch(socket.SafeHandle, this);
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
        _isEndNear |= readiness.HasFlag(Readiness.PeerEnded) || readiness.HasFlag(Readiness.Failed)
            || readiness.HasFlag(Readiness.Ended);
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
        for (var chunks = 0; _wanted && _isReadable && !_ended && !_isQueued; chunks++)
        {
            if (chunks < ChunksPerTurn)
            {
                ReadChunk();
            }
            else
            {
                _isQueued = true;
                _loop.Queue(this);
            }
        }
    }

    private void ReadChunk()
    {
        var error = _receiver.Receive(_socket, _chunkLimit, awaited: [], out var chunk, out var timestamp);
        if (SocketErrors.IsNotReady(error))
        {
            _isReadable = error == SocketError.Interrupted;
            return;
        }

        if (error != SocketError.Success || chunk.IsEmpty)
        {
            _ended = true;
            _connection.Tell(
                error != SocketError.Success ? ReadingEnded.Failed(error) : ReadingEnded.EndOfStream, ActorRefs.NoSender);
            return;
        }

        // A read that was not filled has taken all there was (epoll(7)), but for the end of the stream or an error behind it.
        _isReadable = chunk.Count == _chunkLimit || timestamp.MayBeLate || _isEndNear;

        // Before the chunk is told: the answer to it may be the next ResumeReading.
        if (_pullMode) Suspend();
        _handler.Tell(new Tcp.Received(chunk, timestamp), _connection);
    }
}
