using System.Collections.Concurrent;
using Akka.Actor;
using Akka.IO;

namespace Runtime.Tests.Stress;

/// <summary>
/// One side of a connection. It writes, suspends and resumes reading at random, ends the connection in a random way if
/// the other side has not yet, and notes what it saw when the connection actor is gone.
/// </summary>
internal sealed class RacingPeer : ReceiveActor
{
    private const int FewestActions = 5;
    private const int MostActions = 120;
    private const int ActionsPerSuspension = 4;
    private const int LargestWrite = 50_000;
    private const int EndsPerHugeWrite = 8;

    // More than the kernel takes at once.
    private const int HugeWrite = 6_000_000;

    private const int SharedBytes = 65_521;

    // What every side writes, over and over.
    private static readonly byte[] Stream = NewStream();

    private readonly Random _random;
    private readonly ConcurrentBag<ConnectionEnd> _ends;
    private readonly List<Tcp.ConnectionClosed> _closed = [];
    private IActorRef _connection = ActorRefs.Nobody;
    private string? _fault;
    private int _clientPort;
    private int _actionsLeft;
    private int _written;
    private int _acknowledged;
    private int _received;

    public RacingPeer(int seed, ConcurrentBag<ConnectionEnd> ends)
    {
        _random = new Random(seed);
        _ends = ends;
        _actionsLeft = _random.Next(FewestActions, MostActions);
        Receive<Begin>(OnBegin);
        Receive<Acknowledgment>(acknowledgment =>
        {
            _acknowledged += acknowledgment.Count;
            if (_received > 0)
            {
                Act();
            }
        });
        Receive<Tcp.Received>(received => OnReceived(received.Data));
        Receive<Tcp.ConnectionClosed>(_closed.Add);
        Receive<Tcp.CommandFailed>(
            failed => failed.Cmd is Tcp.Write,
            failed => _written -= ((Tcp.Write)failed.Cmd).Data.Count);
        Receive<Terminated>(_ =>
        {
            _ends.Add(new ConnectionEnd(_clientPort, _written, _acknowledged, _received, _closed, _fault));
            Context.Stop(Self);
        });
    }

    private static byte[] NewStream()
    {
        var bytes = new byte[SharedBytes];
        new Random(0).NextBytes(bytes);
        return bytes;
    }

    private void OnBegin(Begin begin)
    {
        _connection = begin.Connection;
        _clientPort = begin.ClientPort;
        Context.Watch(_connection);
        _connection.Tell(new Tcp.Register(Self));
        if (begin.WritesFirst)
        {
            Write(LargestWrite);
        }
    }

    private void Act()
    {
        if (_closed.Count > 0 || _actionsLeft < 0)
        {
            return;
        }

        if (_actionsLeft-- == 0)
        {
            Write(_random.Next(EndsPerHugeWrite) == 0 ? HugeWrite : LargestWrite);
            _connection.Tell(RandomEnd());
            return;
        }

        if (_random.Next(ActionsPerSuspension) == 0)
        {
            // Not for long: two sides that do not read would wait for each other's acknowledgments.
            _connection.Tell(Tcp.SuspendReading.Instance);
            Context.System.Scheduler.ScheduleTellOnce(
                TimeSpan.FromMilliseconds(_random.Next(3)), _connection, Tcp.ResumeReading.Instance, Self);
        }

        Write(_random.Next(1, LargestWrite));
    }

    private Tcp.CloseCommand RandomEnd() => _random.Next(3) switch
    {
        0 => Tcp.Close.Instance,
        1 => Tcp.ConfirmedClose.Instance,
        _ => Tcp.Abort.Instance,
    };

    private void Write(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = ByteAt(_written + i);
        }

        _written += count;
        _connection.Tell(Tcp.Write.Create(ByteString.FromBytes(bytes), new Acknowledgment(count)));
    }

    private void OnReceived(ByteString data)
    {
        if (_closed.Count > 0)
        {
            _fault ??= $"received {data.Count} bytes after {_closed[0]}";
        }

        var isFirst = _received == 0;
        foreach (var value in data.ToArray())
        {
            if (value != ByteAt(_received))
            {
                _fault ??= $"byte {_received} is not what was written";
            }

            _received++;
        }

        if (isFirst)
        {
            Act();
        }
    }

    private static byte ByteAt(int position) => Stream[position % SharedBytes];

    /// <summary>
    /// A connection to register for; its client's port tells which two sides belong together. One side writes first, and
    /// both go on when they receive something: neither may end a connection that the other has not been told of.
    /// </summary>
    internal sealed record Begin(IActorRef Connection, int ClientPort, bool WritesFirst);

    private sealed class Acknowledgment(int count) : Tcp.Event
    {
        public int Count { get; } = count;
    }
}
