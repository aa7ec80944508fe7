using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO.Internal;

/// <content>The ways out: what is written is sent, the peer's end awaited or not, the socket closed, and the end told.</content>
internal sealed partial class TcpConnectionActor
{
    private bool _peerEnded;
    private bool _handlerStopped;
    private bool _sendingEnded;
    private bool _socketClosed;
    private CloseNotice? _notice;

    protected override void PostStop()
    {
        // Stopped from outside. After the end of sending nothing is lost by an orderly close; before it, the peer is to know.
        CloseSocket(reset: Socket.Connected);
        _lookingForLoss?.Cancel();
        _reader?.Stop();
        _reader?.Dispose();
        _writer?.Dispose();
    }

    private bool Flushing(object message)
    {
        switch (message)
        {
            case ReadingEnded { Error: SocketError.Success }:
                _peerEnded = true;
                return true;
            default:
                return HandleClosing(message) || HandleTraffic(message);
        }
    }

    private bool AwaitingPeer(object message)
    {
        switch (message)
        {
            case ReadingEnded { Error: SocketError.Success }:
                End(Tcp.ConfirmedClosed.Instance);
                return true;
            case Terminated:
                End(Tcp.Closed.Instance);
                return true;
            default:
                return HandleClosing(message) || HandleTraffic(message);
        }
    }

    private bool Ending(object message)
    {
        switch (message)
        {
            case ReadingEnded:
                Announce();
                return true;
            case Tcp.WriteCommand write:
                RefuseWrite(write);
                return true;
            default:
                return true;
        }
    }

    /// <summary>Commands to a connection that is closing.</summary>
    private bool HandleClosing(object message)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                RefuseWrite(write);
                return true;
            case Tcp.CloseCommand close:
                BeginClose(close.Event, Sender);
                return true;
            case Terminated:
                _handlerStopped = true;
                return true;
            default:
                return false;
        }
    }

    private void GoOnAfter(SocketError error)
    {
        if (error != SocketError.Success) Fail(error);
        else if (_notice is not null) GoOnClosing();
    }

    private void BeginClose(Tcp.ConnectionClosed closed, IActorRef? commander)
    {
        _notice = new CloseNotice(closed, commander, _notice);
        if (closed.IsAborted)
        {
            End(closed);
            return;
        }

        _state = State.Flushing;
        GoOnAfter(Writer.Flush());
    }

    private void GoOnClosing()
    {
        if (!Writer.IsIdle) return;

        var closed = _notice!.Event;
        if (!closed.IsConfirmed || _peerEnded)
            End(closed);
        else if (_reader is null || _handlerStopped)
            // Nobody takes the peer's last bytes, so its end is not waited for.
            End(Tcp.Closed.Instance);
        else if (SocketClosing.TryEndSending(Socket))
            AwaitPeer();
        else
            End(closed);
    }

    private void AwaitPeer()
    {
        _sendingEnded = true;
        _state = State.AwaitingPeer;
    }

    private void Fail(SocketError error) => End(new Tcp.ErrorClosed(SocketErrors.Describe(error)));

    /// <summary>Closes the socket; the event is told when the reader tells nothing more.</summary>
    private void End(Tcp.ConnectionClosed closed)
    {
        _notice = new CloseNotice(closed, commander: null, _notice);
        CloseSocket(reset: closed.IsAborted);
        if (_reader is null || _reader.Stop())
            Announce();
        else
            _state = State.Ending;
    }

    private void Announce()
    {
        TcpLog.Closed(_log, _established.Remote, _notice!.Event);
        _notice.Tell(_handler ?? Commander, _writer?.Senders ?? [], Self);
        Context.Stop(Self);
    }

    private void RefuseWrite(Tcp.WriteCommand write) =>
        Writer.Refuse(write, Sender, "The connection is closing.");

    private void CloseSocket(bool reset)
    {
        if (_socketClosed) return;
        _socketClosed = true;
        _writer?.Stop();
        if (reset)
            SocketClosing.Reset(Socket);
        else if (_sendingEnded)
            Socket.Dispose();
        else
            SocketClosing.Close(Socket);
    }
}
