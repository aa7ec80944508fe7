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
    private readonly PatientTimer _quiet;
    private readonly PatientTimer _overdue;

    public MessageIntake(ConnectionOptions options)
    {
        _options = options;
        _quiet = new PatientTimer(WentQuiet.Instance, options.Time);
        _overdue = new PatientTimer(LineOverdue.Instance, options.Time);
    }

    /// <summary>Whether a part of the message was read.</summary>
    public bool HasUnfinishedLine => _reader.HasUnfinishedLine;

    /// <summary>When the last byte that was read reached this host.</summary>
    public ReceiveStamp Stamp { get; private set; }

    /// <summary>Reads a chunk; what follows the first line is ignored.</summary>
    public LineStatus Read(
        Tcp.Received received, ITimerScheduler timers, out ReadOnlySpan<byte> line, out LineEnding ending)
    {
        Stamp = ActorRuntime.StampOf(received);
        var hadUnfinishedLine = _reader.HasUnfinishedLine;
        ReadOnlySpan<byte> bytes = received.Data.ToArray();
        var status = _reader.Read(ref bytes, out line, out ending);
        if (status == LineStatus.Complete && !bytes.IsEmpty)
            Stamp = Stamp with { IsLate = true };
        if (status != LineStatus.Incomplete)
            return status;

        if (!hadUnfinishedLine)
            _overdue.Start(timers, _options.LineTimeout);
        _quiet.Start(timers, _options.QuietTime);
        return status;
    }

    /// <summary>Whether nothing came for a while indeed, when <see cref="WentQuiet"/> was told.</summary>
    public bool IsQuiet(ITimerScheduler timers) => _quiet.IsOver(timers);

    /// <summary>Whether the line takes too long indeed, when <see cref="LineOverdue"/> was told.</summary>
    public bool IsOverdue(ITimerScheduler timers) => _overdue.IsOver(timers);

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
