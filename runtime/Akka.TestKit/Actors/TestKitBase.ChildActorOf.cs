using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Starts a child of the test actor, which gets what the child tells its parent.</summary>
    /// <exception cref="InvalidActorNameException">The name is taken or not allowed.</exception>
    public IActorRef ChildActorOf(Props props, string name, CancellationToken cancellationToken = default) =>
        Spawned(StartChild(props, name, cancellationToken));

    /// <inheritdoc cref="ChildActorOf(Props, string, CancellationToken)"/>
    public IActorRef ChildActorOf(Props props, CancellationToken cancellationToken = default) =>
        Spawned(StartChild(props, null, cancellationToken));

    /// <inheritdoc cref="ChildActorOf(Props, string, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(
        Props props, string name, CancellationToken cancellationToken = default) =>
        SpawnedAsync(StartChild(props, name, cancellationToken));

    /// <inheritdoc cref="ChildActorOf(Props, string, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync(Props props, CancellationToken cancellationToken = default) =>
        SpawnedAsync(StartChild(props, null, cancellationToken));

    private Task<IActorRef> StartChild(Props props, string? name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var child = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        TestActor.Tell(new TestActorProtocol.Spawn(props, name, child));
        return child.Task;
    }

    private IActorRef Spawned(Task<IActorRef> child)
    {
        Await(child);
        return child.Result;
    }

    private async Task<IActorRef> SpawnedAsync(Task<IActorRef> child)
    {
        await AwaitAsync(child);
        return await child;
    }
}
