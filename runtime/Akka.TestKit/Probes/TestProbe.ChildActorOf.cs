using Akka.Actor;

namespace Akka.TestKit;

public partial class TestProbe
{
    /// <summary>Starts a child of the probe's actor, which gets what the child tells its parent.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="supervisorStrategy">What becomes of it when it fails.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidActorNameException">The name is taken or not allowed.</exception>
    public IActorRef ChildActorOf<T>(
        string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf<T>(
        SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), name, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf<T>(CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(
        string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(
        SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), name, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), cancellationToken);
}
