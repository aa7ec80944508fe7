using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO.Internal;

/// <summary>
/// Reads on whatever thread the socket completes on: for connection actors that run on a pool of threads.
/// </summary>
/// <remarks>
/// It waits with a receive of no bytes, so that an idle connection holds no buffer, or with one into a buffer that it holds, as
/// its <see cref="ChunkReceiver"/> would have it; it is the receive's event args itself, to be one object instead of two. There
/// is at most one run of the loop at a time, so chunks keep their order.
/// </remarks>
internal sealed class SocketReader : SocketAsyncEventArgs, ISocketReader, IThreadPoolWorkItem
{
    /// <summary>How many chunks are read before the thread is given to others.</summary>
    private const int ChunksPerTurn = 8;

    private readonly Lock _gate = new();
    private readonly Socket _socket;
    private readonly IActorRef _connection;
    private readonly IActorRef _handler;
    private readonly bool _pullMode;
    private readonly ChunkReceiver _receiver;
    private readonly int _chunkLimit;
    private bool _wanted;
    private bool _running;
    private bool _ended;

    // The wait is over, and what it brought is not taken yet. Only the loop uses it.
    private bool _awaited;

    public SocketReader(
        Socket socket, IActorRef connection, IActorRef handler, bool pullMode, ChunkReceiver receiver, int chunkLimit)
        : base(unsafeSuppressExecutionContextFlow: true)
    {
        _socket = socket;
        _connection = connection;
        _handler = handler;
        _pullMode = pullMode;
        _receiver = receiver;
        _chunkLimit = chunkLimit;
        if (receiver.AwaitedBytes > 0)
            SetBuffer(GC.AllocateUninitializedArray<byte>(Math.Min(receiver.AwaitedBytes, chunkLimit)));
    }

    public void Resume()
    {
        lock (_gate)
        {
            _wanted = true;
            if (_running || _ended) return;
            _running = true;
        }

        Run();
    }

    public void Suspend()
    {
        lock (_gate)
            _wanted = false;
    }

    public bool Stop()
    {
        lock (_gate)
        {
            _ended = true;
            return !_running;
        }
    }

    void IThreadPoolWorkItem.Execute() => Run();

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        if (TryReadChunk()) Run();
    }

    private void Run()
    {
        for (var chunks = 0; chunks < ChunksPerTurn; chunks++)
        {
            if (!MayGoOn() || !TryAwaitBytes() || !TryReadChunk()) return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool MayGoOn()
    {
        lock (_gate)
        {
            if (_wanted && !_ended) return true;
            _running = false;
            if (!_ended) return false;
        }

        _connection.Tell(ReadingEnded.Stopped, ActorRefs.NoSender);
        return false;
    }

    /// <returns>Whether there are bytes now; if not, <see cref="OnCompleted"/> goes on.</returns>
    private bool TryAwaitBytes()
    {
        if (_awaited) return true;
        try
        {
            return !_socket.ReceiveAsync(this);
        }
        catch (ObjectDisposedException)
        {
            // The connection closed its socket meanwhile.
            return End(ReadingEnded.Stopped);
        }
    }

    /// <returns>Whether the loop goes on.</returns>
    private bool TryReadChunk()
    {
        if (SocketError != SocketError.Success) return End(ReadingEnded.Failed(SocketError));

        lock (_gate)
        {
            // Suspended while it waited: the bytes stay where they are until reading goes on.
            _awaited = !_wanted;
            if (!_wanted || _ended) return true;
        }

        SocketError error;
        ByteString chunk;
        Tcp.ReceiveTimestamp timestamp;
        try
        {
            var awaited = MemoryBuffer.Span[..BytesTransferred];
            error = _receiver.Receive(_socket, _chunkLimit, awaited, out chunk, out timestamp);
        }
        catch (ObjectDisposedException)
        {
            // The connection closed its socket meanwhile.
            return End(ReadingEnded.Stopped);
        }

        if (SocketErrors.IsNotReady(error)) return true;
        if (error != SocketError.Success) return End(ReadingEnded.Failed(error));
        if (chunk.IsEmpty) return End(ReadingEnded.EndOfStream);

        // Before the chunk is told: the answer to it may be the next ResumeReading.
        if (_pullMode) Suspend();
        _handler.Tell(new Tcp.Received(chunk, timestamp), _connection);
        return true;
    }

    private bool End(ReadingEnded reason)
    {
        lock (_gate)
        {
            _running = false;
            _ended = true;
        }

        _connection.Tell(reason, ActorRefs.NoSender);
        return false;
    }
}
