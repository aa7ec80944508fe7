using System.Diagnostics;
using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Logs dead letters at info level: as many as <c>akka.log-dead-letters</c> says, then none for
/// <c>akka.log-dead-letters-suspend-duration</c>.
/// </summary>
public class DeadLetterListener : ActorBase
{
    private readonly EventStream _eventStream = Context.System.EventStream;
    private readonly int _limit;
    private readonly TimeSpan _pause;
    private long _pausedAt;
    private int _count;

    /// <summary>Creates the listener of the actor system it runs in.</summary>
    public DeadLetterListener()
    {
        var settings = new LoggingSettings(Context.System.Settings.Config);
        _limit = settings.LogDeadLetters;
        _pause = settings.LogDeadLettersSuspendDuration;
    }

    private bool IsPaused => _count >= _limit;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _eventStream.Subscribe<DeadLetter>(Self);
        _eventStream.Subscribe<Dropped>(Self);
        _eventStream.Subscribe<UnhandledMessage>(Self);
    }

    /// <inheritdoc/>
    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter)
            return false;

        if (letter.Message is not IDeadLetterSuppression)
            OnDeadLetter(letter);
        return true;
    }

    private void OnDeadLetter(AllDeadLetters letter)
    {
        if (IsPaused && !IsPauseOver())
        {
            _count++;
            return;
        }

        if (IsPaused)
        {
            Log(letter, $" Since the last one logged, [{_count - _limit}] were not; the count begins anew.");
            _count = 0;
            return;
        }

        _count++;
        if (!IsPaused)
        {
            Log(letter, "");
            return;
        }

        _pausedAt = Stopwatch.GetTimestamp();
        var infinite = _pause == Timeout.InfiniteTimeSpan;
        Log(letter, infinite ? " No more will be logged." : $" No more will be logged for [{_pause}].");
        if (infinite)
            Context.Stop(Self);
    }

    private bool IsPauseOver() => Stopwatch.GetElapsedTime(_pausedAt) >= _pause;

    private void Log(AllDeadLetters letter, string note)
    {
        var fate = letter switch
        {
            Dropped dropped => $"was dropped ({dropped.Reason})",
            UnhandledMessage => "was unhandled",
            _ => "was not delivered"
        };
        var message = WrappedMessage.Unwrap(letter.Message);
        var sender = letter.Sender is null || letter.Sender.Equals(Context.System.DeadLetters)
            ? ""
            : $" from [{letter.Sender}]";

        _eventStream.Publish(
            new Info(
                letter.Recipient.Path.ToString()!,
                letter.Recipient.GetType(),
                $"Message [{message.GetType().Name}]{sender} to [{letter.Recipient}] {fate}: {message}. "
                + $"[{_count}] dead letters encountered.{note} See akka.log-dead-letters."));
    }
}
