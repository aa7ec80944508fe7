using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>
    /// Makes the test actor watch another; when that stops, the test actor gets <see cref="Terminated"/>. It is watched
    /// when this returns.
    /// </summary>
    /// <returns>The actor to watch.</returns>
    /// <exception cref="TimeoutException">The test actor does not answer: it is stopped, or busy.</exception>
    public IActorRef Watch(IActorRef actorToWatch) =>
        Ask(done => new TestActorProtocol.Watch(actorToWatch, done), Waiting.Blocking).Synchronously();

    /// <inheritdoc cref="Watch"/>
    public Task<IActorRef> WatchAsync(IActorRef actorToWatch) =>
        Ask(done => new TestActorProtocol.Watch(actorToWatch, done), Waiting.Asynchronous).AsTask();

    /// <summary>Takes back <see cref="Watch"/>. <see cref="Terminated"/> comes no more once this returned.</summary>
    /// <returns>The actor.</returns>
    /// <exception cref="TimeoutException">The test actor does not answer: it is stopped, or busy.</exception>
    public IActorRef Unwatch(IActorRef actorToUnwatch) =>
        Ask(done => new TestActorProtocol.Unwatch(actorToUnwatch, done), Waiting.Blocking).Synchronously();

    /// <inheritdoc cref="Unwatch"/>
    public Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch) =>
        Ask(done => new TestActorProtocol.Unwatch(actorToUnwatch, done), Waiting.Asynchronous).AsTask();

    // Asks the test actor for something. It has usually answered already when Tell returns, for it runs on the thread
    // that tells it something.
    private async ValueTask<IActorRef> Ask(
        Func<TaskCompletionSource<IActorRef>, object> request,
        Waiting waiting,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        TestActor.Tell(request(answer));
        var timeout = Dilated(TestKitSettings.DefaultTimeout);
        if (await waiting.For(answer.Task, timeout, cancellationToken))
            return await answer.Task;

        throw new TimeoutException(
            $"{TestActor} did not answer within {Describe.Time(timeout)}: it is stopped, or busy.");
    }
}
