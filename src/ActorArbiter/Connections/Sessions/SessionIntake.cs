using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Transports;

namespace ActorArbiter.Connections.Sessions;

/// <summary>Reads the lines of a session, however they are cut into chunks, and keeps those not taken yet.</summary>
internal sealed class SessionIntake
{
    /// <summary>
    /// The most lines that are taken at once, of which one at most can be answered with a verdict: so an answer is hardly longer
    /// than that.
    /// </summary>
    public const int MaxLines = 64;

    private readonly LineReader _reader = new();
    private readonly List<SessionInput> _taken = [];
    private SessionInput? _next;
    private Chunk _chunk;

    /// <param name="first">The session's first line.</param>
    /// <param name="stamp">When its last byte reached this host.</param>
    /// <param name="rest">What was received behind it.</param>
    public SessionIntake(ReadOnlySpan<byte> first, ReceiveStamp stamp, Chunk rest)
    {
        _next = Parse(first, stamp);
        _chunk = rest;
    }

    /// <summary>The lines that <see cref="Take"/> took last.</summary>
    public IReadOnlyList<SessionInput> Taken => _taken;

    /// <summary>Whether a part of a line was read.</summary>
    public bool HasUnfinishedLine => _reader.HasUnfinishedLine;

    /// <summary>Takes a chunk; all lines of the one before must have been taken.</summary>
    public void Add(SocketProtocol.Received received) => _chunk.Refill(received);

    /// <summary>
    /// Takes the next lines of the chunk into <see cref="Taken"/>, at most <see cref="MaxLines"/>; none when all were taken or
    /// the next is too long.
    /// </summary>
    /// <returns>
    /// What is behind them: more lines (<see cref="LineStatus.Complete"/>), no line end, or a line that is too long.
    /// </returns>
    public LineStatus Take()
    {
        _taken.Clear();
        var hasVerdict = false;
        while (_taken.Count < MaxLines)
        {
            if (_next is null && ReadNext() is var status and not LineStatus.Complete)
                return status;
            var next = _next!.Value;
            if (hasVerdict && MayBeAnsweredWithVerdict(next))
                break;
            hasVerdict |= MayBeAnsweredWithVerdict(next);
            _taken.Add(next);
            _next = null;
        }

        return LineStatus.Complete;
    }

    private static bool MayBeAnsweredWithVerdict(SessionInput line) =>
        line.Command.Kind is SessionCommandKind.Join or SessionCommandKind.Watch or SessionCommandKind.Result;

    private LineStatus ReadNext()
    {
        var status = _chunk.ReadLine(_reader, out var line, out _);
        if (status == LineStatus.Complete)
            _next = Parse(line, _chunk.Stamp);
        return status;
    }

    private static SessionInput Parse(ReadOnlySpan<byte> line, ReceiveStamp stamp) =>
        SessionCommandParser.TryParse(line, out var command, out var problem)
            ? new SessionInput(command, null, stamp)
            : new SessionInput(default, problem, stamp);
}
