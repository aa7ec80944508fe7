using System.Net.Sockets;
using ActorArbiter.StampedTcp.Interop;

namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>
/// What a connection could not send at once: the kernel had no space for it, or the loop was behind and left it to its assistant.
/// Made when that first happens. Used on the loop's thread, but for <see cref="Run"/>.
/// </summary>
internal sealed class SocketOutput : IErrand
{
    // The states of the errand. Withdrawn, it is not begun any more; of the others only the one who does it leaves Begun.
    private const int None = 0;
    private const int Waiting = 1;
    private const int Begun = 2;
    private const int Done = 3;
    private const int Withdrawn = 4;

    private readonly int _descriptor;
    private readonly Action<SocketError> _finished;
    private Queue<ReadOnlyMemory<byte>>? _behind;
    private ReadOnlyMemory<byte> _next;
    private int _errand;
    private int _errandSent;
    private SocketError _errandError;

    /// <param name="descriptor">The connection's.</param>
    /// <param name="finished">Is told the result of a send that the assistant made: what is left was tried again.</param>
    public SocketOutput(int descriptor, Action<SocketError> finished)
    {
        _descriptor = descriptor;
        _finished = finished;
    }

    /// <summary>Whether the kernel has everything.</summary>
    public bool IsEmpty => _next.IsEmpty;

    /// <summary>Adds bytes behind all others.</summary>
    public void Add(ReadOnlyMemory<byte> bytes)
    {
        if (_next.IsEmpty)
            _next = bytes;
        else
            (_behind ??= new Queue<ReadOnlyMemory<byte>>()).Enqueue(bytes);
    }

    /// <summary>Leaves bytes to the assistant of a loop that is behind.</summary>
    /// <returns>Whether it takes them; then nothing may be empty but for this.</returns>
    public bool TryDelegate(EventLoop loop, ReadOnlyMemory<byte> bytes)
    {
        _errand = Waiting;
        _next = bytes;
        if (loop.TryDelegate(this))
            return true;
        _errand = None;
        _next = default;
        return false;
    }

    /// <summary>Sends until the kernel has no space or all of it, unless the assistant is at it.</summary>
    /// <returns>Why it failed; <see cref="SocketError.WouldBlock"/> while something is left.</returns>
    public SocketError Flush()
    {
        if (Volatile.Read(ref _errand) is Waiting or Begun or Done)
            return SocketError.WouldBlock;
        while (!_next.IsEmpty)
        {
            var sent = LinuxSocket.Send(_descriptor, _next.Span, out var error);
            if (error == SocketError.Interrupted)
                continue;
            if (error != SocketError.Success)
                return error;
            Advance(sent);
        }

        return SocketError.Success;
    }

    /// <summary>Drops everything; no other thread uses the descriptor afterwards.</summary>
    public void Abandon()
    {
        var spin = default(SpinWait);
        while (Interlocked.CompareExchange(ref _errand, Withdrawn, Waiting) == Begun)
            spin.SpinOnce(sleep1Threshold: -1);
        _errand = Withdrawn;
        _next = default;
        _behind = null;
    }

    /// <inheritdoc/>
    public void Run()
    {
        if (Interlocked.CompareExchange(ref _errand, Begun, Waiting) != Waiting)
            return;
        _errandSent = LinuxSocket.Send(_descriptor, _next.Span, out _errandError);
        Volatile.Write(ref _errand, Done);
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (_errand != Done)
            return;
        _errand = None;
        if (SocketErrors.IsNotReady(_errandError) || _errandError == SocketError.Success)
        {
            Advance(_errandSent);
            _finished(Flush());
        }
        else
        {
            _finished(_errandError);
        }
    }

    private void Advance(int sent)
    {
        _next = _next[sent..];
        if (_next.IsEmpty && _behind is not null && !_behind.TryDequeue(out _next))
            _behind = null;
    }
}
