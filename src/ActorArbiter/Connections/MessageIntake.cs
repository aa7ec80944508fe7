using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Connections;

/// <summary>
/// Reads the one message of a contender, however it is cut into chunks, and keeps the time that it may take. Its owner is told <see cref="WentQuiet"/> or <see cref="LineOverdue"/>.
/// </summary>
internal sealed class MessageIntake
{
    private readonly LineReader _reader = new();
    private readonly IActorContext _owner;
    private readonly ConnectionOptions _options;
    private PatientTimer? _quiet;
    private PatientTimer? _overdue;

    /// <param name="owner">The context of the connection actor.</param>
    /// <param name="options">How long it may take.</param>
    public MessageIntake(IActorContext owner, ConnectionOptions options)
    {
        _owner = owner;
        _options = options;
    }

    /// <summary>Whether a part of the message was read.</summary>
    public bool HasUnfinishedLine => _reader.HasUnfinishedLine;

    /// <summary>When the last byte that was read reached this host.</summary>
    public ReceiveStamp Stamp { get; private set; }

    // Most clients finish their line at once, and none while it is silent: no timer is made before it is needed.
    private PatientTimer Quiet => _quiet ??= new PatientTimer(_owner, WentQuiet.Instance, _options.Time);

    private PatientTimer Overdue => _overdue ??= new PatientTimer(_owner, LineOverdue.Instance, _options.Time);

    /// <summary>Reads a chunk up to the end of the first line; <paramref name="rest"/> is what follows.</summary>
    public LineStatus Read(
        SocketProtocol.Received received,
        out ReadOnlySpan<byte> line,
        out LineEnding ending,
        out Chunk rest)
    {
        rest = new Chunk(received);
        var hadUnfinishedLine = _reader.HasUnfinishedLine;
        var status = rest.ReadLine(_reader, out line, out ending);
        Stamp = rest.Stamp;
        if (status != LineStatus.Incomplete)
            return status;

        if (!hadUnfinishedLine)
            Overdue.Start(_options.LineTimeout);
        Quiet.Start(_options.QuietTime);
        return status;
    }

    /// <summary>Whether nothing came for a while indeed, when <see cref="WentQuiet"/> was told.</summary>
    public bool IsQuiet() => Quiet.IsOver();

    /// <summary>Whether the line takes too long indeed, when <see cref="LineOverdue"/> was told.</summary>
    public bool IsOverdue() => Overdue.IsOver();

    /// <summary>No time is kept any more.</summary>
    public void CancelTimers()
    {
        _quiet?.Cancel();
        _overdue?.Cancel();
    }

    /// <summary>Takes what was read as the message: no line end will come.</summary>
    public ReadOnlySpan<byte> TakeUnfinishedLine() => _reader.TakeUnfinishedLine();

    /// <summary>No further byte came for a while.</summary>
    internal sealed class WentQuiet : TimeOver
    {
        public static readonly WentQuiet Instance = new();
    }

    /// <summary>The line is not complete and should be.</summary>
    internal sealed class LineOverdue : TimeOver
    {
        public static readonly LineOverdue Instance = new();
    }
}
