using Akka.Event;

namespace Akka.Actor;

/// <content>Creating, restarting and stopping the actor.</content>
internal sealed partial class ActorCell
{
    private bool _created;

    /// <summary>Creates the actor when its mailbox runs for the first time.</summary>
    internal void CreateIfNew()
    {
        if (!_created)
        {
            _created = true;
            TryCreate();
        }
    }

    private void TryCreate()
    {
        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            LogLifecycle("Started");
            ScheduleReceiveTimeout();
        }
        catch (Exception failure)
        {
            // What could not start has nothing to clean up: no PostStop, no PreRestart.
            _actor = null;
            HandleFailure(new ActorInitializationException(_self, "Exception during creation", failure));
        }
    }

    private ActorBase NewActor()
    {
        _behavior = null;
        _uncommon?.OuterBehaviors = null;
        var actor = _props.NewActor();
        actor.Initialize();
        return actor;
    }

    private void BeginRecreate(Exception cause)
    {
        if (_actor is null)
        {
            BeginCreateAgain();
            return;
        }

        if (_children is { IsNormal: false })
        {
            // On its way out already; the suspend count must stay balanced all the same.
            HandleResume(null);
            return;
        }

        LogLifecycle("Restarting");
        var message = CurrentMessage;
        try
        {
            _actor.AroundPreRestart(cause, message);
        }
        catch (Exception failure)
        {
            var wrapped = new PreRestartException(_self, failure, cause, message);
            Publish(new Error(wrapped, _self.Path.ToString(), _props.Type, failure.Message));
        }

        AbandonAwait();
        if (_children is null || !_children.WaitForDying(new Rebuilding(cause)))
        {
            FinishRecreate(cause);
        }
    }

    private void FinishRecreate(Exception cause)
    {
        // The children that PreRestart left alive, without those that the new instance creates.
        var survivors = _children?.All() ?? [];
        _actor = null;
        CurrentMessage = null;
        ClearFailure();
        try
        {
            _actor = NewActor();
            _actor.AroundPostRestart(cause, null);
            LogLifecycle("Restarted");
        }
        catch (Exception failure)
        {
            HandleFailure(new PostRestartException(_self, failure, cause), survivors);
            return;
        }

        foreach (var child in survivors)
        {
            child.Restart(cause);
        }
    }

    /// <summary>A supervisor restarts or resumes an actor that never came to life: it is created once more.</summary>
    private void BeginCreateAgain()
    {
        SetReceiveTimeout(null);
        StopChildren();
        if (_children is null || !_children.WaitForDying(new Rebuilding(null)))
        {
            FinishCreateAgain();
        }
    }

    private void FinishCreateAgain()
    {
        ClearFailure();
        TryCreate();
    }

    private void BeginTerminate()
    {
        SetReceiveTimeout(null);
        UnwatchAll();
        foreach (var child in _children?.CloseAndMarkDying() ?? [])
        {
            child.Stop();
        }

        var wasTerminating = _children is { IsTerminating: true };
        if (_children is not null && _children.WaitForDying(Terminating.Instance))
        {
            if (!wasTerminating)
            {
                // Until the last child is gone: no more messages, and failures are nobody's business.
                _mailbox.Suspend();
                Uncommon.FailedBy = _self;
                LogLifecycle("Stopping");
            }
        }
        else
        {
            FinishTerminate();
        }
    }

    private void FinishTerminate()
    {
        try
        {
            _actor?.AroundPostStop();
        }
        catch (Exception failure)
        {
            Publish(new Error(failure, _self.Path.ToString(), _props.Type, failure.Message));
        }

        LogLifecycle("Stopped");

        // In this order: a watcher that hears of the end and tells the dead actor something finds the mailbox closed; the
        // parent hears of it first, so that it can reuse the name when Terminated reaches it.
        _mailbox.Close();
        Dispatcher.Detach(this);
        _parent.SendSystemMessage(new Dispatch.SysMsg.DeathWatchNotification(_self, existenceConfirmed: true));
        NotifyWatchers();
        UnwatchAll();

        if (_actor is not null)
        {
            _props.Release(_actor);
        }

        _actor = null;
        _behavior = null;
        _uncommon = null;
        _sender = null;
        CurrentMessage = null;
        _props = Props.Empty;
    }

    private void LogLifecycle(string what)
    {
        if (SystemImpl.Settings.DebugLifecycle)
        {
            Publish(new Debug(_self.Path.ToString(), _props.Type, $"{what} ({_props.Type})"));
        }
    }
}
