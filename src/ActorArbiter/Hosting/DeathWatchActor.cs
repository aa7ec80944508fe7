using Akka.Actor;

namespace ActorArbiter.Hosting;

/// <summary>Completes a task when another actor has stopped, for those who wait outside of actors.</summary>
internal sealed class DeathWatchActor : ReceiveActor
{
    private readonly IActorRef _watched;

    public DeathWatchActor(IActorRef watched, TaskCompletionSource stopped)
    {
        _watched = watched;
        Receive<Terminated>(_ => stopped.TrySetResult());
    }

    /// <param name="watched">The actor that is not expected to stop.</param>
    /// <param name="stopped">Completed when it has.</param>
    public static Props PropsFor(IActorRef watched, TaskCompletionSource stopped) =>
        Props.Create(() => new DeathWatchActor(watched, stopped));

    protected override void PreStart() => Context.Watch(_watched);
}
