namespace Akka.Actor;

/// <summary>The actor at the root, at /user and at /system. It stops when the guardian before it has.</summary>
internal sealed class GuardianActor : UntypedActor
{
    private readonly SupervisorStrategy _strategy;

    public GuardianActor(SupervisorStrategy strategy) => _strategy = strategy;

    protected override SupervisorStrategy SupervisorStrategy() => _strategy;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case StopAfter stop:
                Context.WatchWith(stop.Guardian, new GuardianStopped(stop.Before));
                break;
            case GuardianStopped stopped:
                RunTask(async () =>
                {
                    await stopped.Before();
                    Context.Stop(Self);
                });
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        // A guardian keeps its children.
    }

    /// <summary>From the provider, once: stop when another guardian has stopped and something else is done. No reply.</summary>
    internal sealed record StopAfter(IActorRef Guardian, Func<Task> Before);

    private sealed record GuardianStopped(Func<Task> Before);
}
