using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.Rounds;

/// <summary>The progress of a contender: its seat, whether all are ready, and its message.</summary>
/// <param name="round">The round.</param>
/// <param name="id">The contender.</param>
internal sealed class ParticipationProgress(RoundName round, ContenderId id) : RoundProgress
{
    private readonly Promise<bool> _joined = new();
    private readonly Promise<bool> _ready = new();
    private readonly Lock _lock = new();
    private Promise<bool>? _message;

    /// <summary>Completes with the first seat, or with the verdict of a round decided before.</summary>
    public Task WhenJoined => _joined.Task;

    /// <summary>Completes with the first READY, or with the outcome.</summary>
    public Task WhenReady => _ready.Task;

    /// <summary>Begins to send the message, if there is none yet; completes when it was received.</summary>
    /// <param name="message">What to wait for.</param>
    /// <returns>Whether it is to be sent: false if the round has ended.</returns>
    /// <exception cref="InvalidOperationException">There is a message.</exception>
    public bool BeginMessage(out Task message)
    {
        lock (_lock)
        {
            if (_message is not null)
                throw new InvalidOperationException($"{id} has sent its message in round {round}, and there is one a round");
            _message = new Promise<bool>();
            message = _message.Task;
            if (Outcome.IsCompleted)
                EndMessage(_message);
            return !message.IsCompleted;
        }
    }

    /// <inheritdoc/>
    public override void Happened(RoundEvent happened)
    {
        base.Happened(happened);
        switch (happened)
        {
            case RoundEvent.Joined:
                _joined.Keep(true);
                break;
            case RoundEvent.Ready:
                _ready.Keep(true);
                break;
            case RoundEvent.Received:
                _message?.Keep(true);
                break;
            case RoundEvent.Refused { Error: var error }:
                TakeMessage()?.Break(new RefusedException(error));
                break;
            case RoundEvent.Decided or RoundEvent.Expired:
                End();
                break;
        }
    }

    /// <inheritdoc/>
    public override void Failed(Exception reason)
    {
        base.Failed(reason);
        _joined.Break(reason);
        _ready.Break(reason);
        End();
    }

    /// <inheritdoc/>
    public override void Stopped()
    {
        base.Stopped();
        _joined.Cancel();
        _ready.Cancel();
        End();
    }

    private void End()
    {
        _joined.Keep(true);
        _ready.Keep(true);
        lock (_lock)
        {
            if (_message is not null)
                EndMessage(_message);
        }
    }

    /// <summary>The round ended before it was told that the message was received.</summary>
    private void EndMessage(Promise<bool> message)
    {
        if (Outcome.IsCanceled)
            message.Cancel();
        else if (Outcome.IsFaulted)
            message.Break(Outcome.Exception!.InnerException!);
        else if (Outcome.Result is RoundOutcome.Decided { WasDecidedBefore: false, Verdict.Places: var places }
            && places.Any(place => place.Id == id))
        {
            message.Keep(true);
        }
        else
        {
            message.Break(new RefusedException(SessionErrors.TooLate(round)));
        }
    }

    private Promise<bool>? TakeMessage()
    {
        lock (_lock)
        {
            var message = _message;
            _message = null;
            return message;
        }
    }
}
