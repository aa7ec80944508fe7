using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Starts a child of the test actor, which gets what the child tells its parent.</summary>
    /// <param name="props">Makes the child.</param>
    /// <param name="name">Its name.</param>
    /// <param name="supervisorStrategy">What becomes of it when it fails.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InvalidActorNameException">The name is taken or not allowed.</exception>
    public IActorRef ChildActorOf(
        Props props,
        string name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default) =>
        StartChild(props, name, supervisorStrategy, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        StartChild(props, null, supervisorStrategy, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        StartChild(props, name, null, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        StartChild(props, null, null, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props,
        string name,
        SupervisorStrategy supervisorStrategy,
        CancellationToken cancellationToken = default) =>
        StartChild(props, name, supervisorStrategy, Waiting.Asynchronous, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default) =>
        StartChild(props, null, supervisorStrategy, Waiting.Asynchronous, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string name, CancellationToken cancellationToken = default) =>
        StartChild(props, name, null, Waiting.Asynchronous, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        StartChild(props, null, null, Waiting.Asynchronous, cancellationToken).AsTask();

    private ValueTask<IActorRef> StartChild(
        Props props,
        string? name,
        SupervisorStrategy? strategy,
        Waiting waiting,
        CancellationToken cancellationToken) =>
        Ask(child => new TestActorProtocol.Spawn(props, name, strategy, child), waiting, cancellationToken);
}
