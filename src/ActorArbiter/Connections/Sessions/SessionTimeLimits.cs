using Akka.Actor;

namespace ActorArbiter.Connections.Sessions;

/// <summary>
/// The time that a session's client may take: to finish a line, and to say something while it is owed nothing. Its owner
/// is told <see cref="LineOverdue"/> or <see cref="IdleTooLong"/>.
/// </summary>
internal sealed class SessionTimeLimits
{
    private readonly ConnectionOptions _options;
    private readonly PatientTimer _overdue;
    private readonly PatientTimer _idle;

    /// <param name="owner">The context of the connection actor.</param>
    /// <param name="options">How long it may take.</param>
    public SessionTimeLimits(IActorContext owner, ConnectionOptions options)
    {
        _options = options;
        _overdue = new PatientTimer(owner, LineOverdue.Instance, options.Time);
        _idle = new PatientTimer(owner, IdleTooLong.Instance, options.Time);
    }

    /// <summary>Times what is waited for; what was timed before goes on.</summary>
    /// <param name="isInLine">Whether the client has begun a line and is read from.</param>
    /// <param name="isOwed">Whether the client waits for something.</param>
    public void Await(bool isInLine, bool isOwed)
    {
        Await(_overdue, isInLine, _options.LineTimeout);
        Await(_idle, !isInLine && !isOwed, _options.IdleTimeout);
    }

    /// <summary>Whether the line takes too long indeed, when <see cref="LineOverdue"/> was told.</summary>
    public bool IsOverdue() => _overdue.IsOver();

    /// <summary>Whether the client is idle indeed, when <see cref="IdleTooLong"/> was told.</summary>
    public bool IsIdle() => _idle.IsOver();

    /// <summary>No time is kept any more.</summary>
    public void CancelTimers()
    {
        _overdue.Cancel();
        _idle.Cancel();
    }

    private static void Await(PatientTimer timer, bool isAwaited, TimeSpan length)
    {
        if (!isAwaited)
            timer.Stop();
        else if (!timer.IsStarted)
            timer.Start(length);
    }

    /// <summary>The line is not complete and should be.</summary>
    internal sealed class LineOverdue : TimeOver
    {
        public static readonly LineOverdue Instance = new();
    }

    /// <summary>The client is owed nothing and says nothing.</summary>
    internal sealed class IdleTooLong : TimeOver
    {
        public static readonly IdleTooLong Instance = new();
    }
}
