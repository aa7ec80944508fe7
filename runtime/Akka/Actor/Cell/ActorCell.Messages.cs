using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <content>Processing one message.</content>
internal sealed partial class ActorCell
{
    private enum MessageState
    {
        Normal,
        Suspended,
        WaitingForChildren,
    }

    private MessageState State =>
        _children is { IsRebuilding: true } ? MessageState.WaitingForChildren
        : _mailbox.IsSuspended ? MessageState.Suspended
        : MessageState.Normal;

    internal void Invoke(in Envelope envelope)
    {
        var message = envelope.Message;
        if (message is TimerMessage timer && !timer.TryOpen(out message))
        {
            return;
        }

        var influencesTimeout = _receiveTimeout is not null && message is not INotInfluenceReceiveTimeout;
        if (influencesTimeout)
        {
            CancelReceiveTimeout();
        }

        CurrentMessage = message;
        CurrentTurn++;
        _sender = envelope.Sender;
        try
        {
            if (message is IAutoReceivedMessage)
            {
                AutoReceive(message);
            }
            else
            {
                ReceiveMessage(message);
            }

            if (!IsAwaiting)
            {
                CurrentMessage = null;
            }
        }
        catch (Exception failure)
        {
            HandleFailure(failure);
        }

        if (influencesTimeout)
        {
            ScheduleReceiveTimeout();
        }
    }

    internal void InvokeSystem(SystemMessage message)
    {
        var before = State;
        if (MustWait(message, before))
        {
            (Uncommon.Waiting ??= new Queue<SystemMessage>()).Enqueue(message);
            return;
        }

        try
        {
            Handle(message);
        }
        catch (Exception failure)
        {
            HandleFailure(failure);
        }

        if (_uncommon?.Waiting is { Count: > 0 } waiting && State < before)
        {
            Uncommon.Waiting = null;
            foreach (var held in waiting)
            {
                InvokeSystem(held);
            }
        }
    }

    /// <summary>Called by any thread for a message that came after the actor's end.</summary>
    internal void Undeliverable(in Envelope envelope) =>
        SystemImpl.DeadLetterRef.UndeliverableTo(_self, envelope.Message, envelope.Sender);

    /// <summary>Called by any thread for a system message that came after the actor's end.</summary>
    internal void Undeliverable(SystemMessage message) => SystemImpl.DeadLetterRef.UndeliverableTo(_self, message, null);

    private static bool MustWait(SystemMessage message, MessageState state) =>
        state switch
        {
            MessageState.WaitingForChildren => message is Recreate or Suspend or Resume or Failed,
            MessageState.Suspended => message is Failed,
            _ => false,
        };

    private void Handle(SystemMessage message)
    {
        switch (message)
        {
            case DeathWatchNotification notice:
                HandleDeath(notice.Actor, notice.ExistenceConfirmed);
                break;
            case Continuation continuation:
                RunContinuation(continuation);
                break;
            case TaskCompleted completed:
                EndAwait(completed.Task);
                break;
            case Watch watch:
                AddWatcher(watch.Watcher);
                break;
            case Unwatch unwatch:
                RemoveWatcher(unwatch.Watcher);
                break;
            case Terminate:
                BeginTerminate();
                break;
            case Failed failed:
                HandleChildFailure(failed);
                break;
            case Recreate recreate:
                BeginRecreate(recreate.Cause);
                break;
            case Suspend:
                _mailbox.Suspend();
                SuspendChildren(except: null);
                break;
            case Resume resume:
                HandleResume(resume.CausedByFailure);
                break;
        }
    }

    private void AutoReceive(object message)
    {
        if (SystemImpl.Settings.DebugAutoReceive)
        {
            Publish(new Debug(_self.Path.ToString(), _props.Type, $"received AutoReceiveMessage {message}"));
        }

        switch (message)
        {
            case Terminated terminated:
                ReceiveTerminated(terminated);
                break;
            case PoisonPill:
                _self.Stop();
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, _self), _self);
                break;
            case ActorSelectionMessage selection:
                new ActorSelection(_self, selection.Elements).Tell(selection.Message, Sender);
                break;
        }
    }

    private void ReceiveMessage(object message) => _actor!.AroundReceive(_behavior!, message);

    private void Publish(LogEvent logEvent) => SystemImpl.EventStream.Publish(logEvent);
}
