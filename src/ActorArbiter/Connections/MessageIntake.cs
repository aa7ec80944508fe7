using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.Connections;

/// <summary>
/// Reads the one message of a contender, however it is cut into chunks, and keeps the time that it may take. The actor
/// that owns the timers is told <see cref="WentQuiet"/> or <see cref="LineOverdue"/>.
/// </summary>
internal sealed class MessageIntake
{
    private readonly LineReader _reader = new();
    private readonly ConnectionOptions _options;

    public MessageIntake(ConnectionOptions options) => _options = options;

    /// <summary>Whether a part of the message was read.</summary>
    public bool HasUnfinishedLine => _reader.HasUnfinishedLine;

    /// <summary>When the last byte that was read reached this host.</summary>
    public ReceiveStamp Stamp { get; private set; }

    // Most clients finish their line at once, and none while it is silent: no timer is made before it is needed.
    private PatientTimer Quiet => field ??= new PatientTimer(WentQuiet.Instance, _options.Time);

    private PatientTimer Overdue => field ??= new PatientTimer(LineOverdue.Instance, _options.Time);

    /// <summary>Reads a chunk up to the end of the first line; <paramref name="rest"/> is what follows.</summary>
    public LineStatus Read(
        Tcp.Received received,
        ITimerScheduler timers,
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
            Overdue.Start(timers, _options.LineTimeout);
        Quiet.Start(timers, _options.QuietTime);
        return status;
    }

    /// <summary>Whether nothing came for a while indeed, when <see cref="WentQuiet"/> was told.</summary>
    public bool IsQuiet(ITimerScheduler timers) => Quiet.IsOver(timers);

    /// <summary>Whether the line takes too long indeed, when <see cref="LineOverdue"/> was told.</summary>
    public bool IsOverdue(ITimerScheduler timers) => Overdue.IsOver(timers);

    /// <summary>Takes what was read as the message: no line end will come.</summary>
    public ReadOnlySpan<byte> TakeUnfinishedLine() => _reader.TakeUnfinishedLine();

    /// <summary>No further byte came for a while.</summary>
    internal sealed class WentQuiet
    {
        public static readonly WentQuiet Instance = new();
    }

    /// <summary>The line is not complete and should be.</summary>
    internal sealed class LineOverdue
    {
        public static readonly LineOverdue Instance = new();
    }
}
