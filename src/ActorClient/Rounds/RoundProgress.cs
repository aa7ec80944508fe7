using System.Threading.Channels;
using Akka.Actor;

namespace ActorClient.Rounds;

/// <summary>What a <see cref="RoundActor"/> tells, as a stream and tasks. Thread-safe.</summary>
internal class RoundProgress : IRoundObserver
{
    private readonly Channel<RoundEvent> _events = Channel.CreateUnbounded<RoundEvent>();
    private readonly Promise<RoundOutcome> _outcome = new();
    private readonly Promise<bool> _stopped = new();

    /// <summary>All that happened and happens, for one reader; ends as <see cref="Outcome"/> does.</summary>
    public ChannelReader<RoundEvent> Events => _events.Reader;

    /// <summary>How the round ended; canceled when it was left.</summary>
    public Task<RoundOutcome> Outcome => _outcome.Task;

    /// <summary>Completes when the connection is closed and the actor gone.</summary>
    public Task WhenStopped => _stopped.Task;

    /// <summary>Tells <paramref name="actor"/> to leave, if it is there; completes when it has stopped.</summary>
    public Task LeaveAsync(IActorRef actor)
    {
        if (!WhenStopped.IsCompleted)
            actor.Tell(new RoundProtocol.Leave());
        return WhenStopped;
    }

    /// <inheritdoc/>
    public virtual void Happened(RoundEvent happened)
    {
        _events.Writer.TryWrite(happened);
        if (happened is RoundEvent.Decided decided)
            _outcome.Keep(new RoundOutcome.Decided(decided.Verdict) { WasDecidedBefore = decided.WasDecidedBefore });
        else if (happened is RoundEvent.Expired { Round: var round })
            _outcome.Keep(new RoundOutcome.Expired(round));
        if (Outcome.IsCompleted)
            _events.Writer.TryComplete();
    }

    /// <inheritdoc/>
    public virtual void Failed(Exception reason)
    {
        _outcome.Break(reason);
        _events.Writer.TryComplete(reason);
    }

    /// <inheritdoc/>
    public virtual void Stopped()
    {
        _outcome.Cancel();
        _events.Writer.TryComplete();
        _stopped.Keep(true);
    }
}
