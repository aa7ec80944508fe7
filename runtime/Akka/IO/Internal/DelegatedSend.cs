using System.Net.Sockets;
using Akka.Dispatch.EventLoops;

namespace Akka.IO.Internal;

/// <summary>
/// A send that an event loop leaves to its assistant. Without waiting, as the loop itself sends; only one of them at a time.
/// </summary>
internal sealed class DelegatedSend : IErrand
{
    private readonly EventLoop _loop;
    private readonly SocketWriter _writer;
    private readonly int _descriptor;
    private ArraySegment<byte> _bytes;
    private volatile State _state;

    /// <param name="loop">The loop whose thread everything but the sending is called on.</param>
    /// <param name="writer">Is told that it is done.</param>
    /// <param name="descriptor">A connected socket that nobody closes before <see cref="Withdraw"/>.</param>
    public DelegatedSend(EventLoop loop, SocketWriter writer, int descriptor) =>
        (_loop, _writer, _descriptor) = (loop, writer, descriptor);

    private enum State
    {
        Waiting,
        Begun,
        Done,
        Withdrawn,
    }

    /// <summary>How many bytes the kernel took; none, without an error, if it had no space.</summary>
    public int BytesTransferred { get; private set; }

    /// <summary>As <see cref="LinuxSocket.Send"/> tells it.</summary>
    public SocketError SocketError { get; private set; }

    /// <returns>Whether it will be sent; if not, the caller sends.</returns>
    public bool TryStart(ArraySegment<byte> bytes)
    {
        (_bytes, _state) = (bytes, State.Waiting);
        if (_loop.TryDelegate(this)) return true;
        _bytes = default;
        return false;
    }

    /// <summary>From now on nothing is sent and nobody told; if the sending has begun, it has ended.</summary>
    public void Withdraw()
    {
        var spin = default(SpinWait);
        while (Interlocked.CompareExchange(ref _state, State.Withdrawn, State.Waiting) == State.Begun)
            spin.SpinOnce(sleep1Threshold: -1);
        _state = State.Withdrawn;
    }

    void IErrand.Run()
    {
        if (Interlocked.CompareExchange(ref _state, State.Begun, State.Waiting) != State.Waiting) return;
        BytesTransferred = LinuxSocket.Send(_descriptor, _bytes, out var error);
        SocketError = SocketErrors.IsNotReady(error) ? SocketError.Success : error;
        _state = State.Done;
    }

    void IErrand.Finish()
    {
        if (_state != State.Done) return;
        _bytes = default;
        _writer.OnDelegatedSent();
    }
}
