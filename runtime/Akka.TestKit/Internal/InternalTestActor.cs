using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Puts what it is told into the queue that the test takes from.</summary>
internal sealed class InternalTestActor : UntypedActor
{
    private readonly MessageQueue _queue;
    private readonly TaskCompletionSource<IActorContext> _started;
    private readonly StrategyPerChild _strategies = new();
    private Func<object, bool>? _ignore;
    private AutoPilot _pilot = NoAutoPilot.Instance;

    public InternalTestActor(MessageQueue queue, TaskCompletionSource<IActorContext> started)
    {
        _queue = queue;
        _started = started;
    }

    protected override void PreStart() => _started.TrySetResult(Context);

    protected override SupervisorStrategy SupervisorStrategy() => _strategies;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case TestActorProtocol.SetIgnore set:
                _ignore = set.Ignore;
                break;
            case TestActorProtocol.SetAutoPilot set:
                _pilot = set.Pilot;
                break;
            case TestActorProtocol.Watch watch:
                Context.Watch(watch.Subject);
                watch.Done.TrySetResult(watch.Subject);
                break;
            case TestActorProtocol.Unwatch unwatch:
                Context.Unwatch(unwatch.Subject);
                unwatch.Done.TrySetResult(unwatch.Subject);
                break;
            case TestActorProtocol.Spawn spawn:
                StartChild(spawn);
                break;
            default:
                Take(message);
                break;
        }
    }

    private void Take(object message)
    {
        var next = _pilot.Run(Sender, message);
        if (next is not KeepRunning)
            _pilot = next;

        if (_ignore is null || !_ignore(message))
            _queue.Add(new RealMessageEnvelope(message, Sender));
    }

    private void StartChild(TestActorProtocol.Spawn spawn)
    {
        try
        {
            var child = Context.ActorOf(spawn.Props, spawn.Name);
            if (spawn.Strategy is not null)
                _strategies.Set(child, spawn.Strategy);
            spawn.Child.TrySetResult(child);
        }
        catch (Exception e)
        {
            // The test that asked for the child is told, not the supervisor of the test actor.
            spawn.Child.TrySetException(e);
        }
    }
}
