using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Starts a child of the test actor, which gets what the child tells its parent.</summary>
    /// <exception cref="InvalidActorNameException">The name is taken or not allowed.</exception>
    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        StartChild(props, name, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ChildActorOf(Props, string, CancellationToken)"/>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        StartChild(props, null, Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ChildActorOf(Props, string, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string name, CancellationToken cancellationToken = default) =>
        StartChild(props, name, Waiting.Asynchronous, cancellationToken).AsTask();

    /// <inheritdoc cref="ChildActorOf(Props, string, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        StartChild(props, null, Waiting.Asynchronous, cancellationToken).AsTask();

    private ValueTask<IActorRef> StartChild(
        Props props, string? name, Waiting waiting, CancellationToken cancellationToken) =>
        Ask(child => new TestActorProtocol.Spawn(props, name, child), waiting, cancellationToken);
}
