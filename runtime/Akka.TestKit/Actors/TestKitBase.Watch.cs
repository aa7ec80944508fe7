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
    public IActorRef Watch(IActorRef actorToWatch)
    {
        Await(StartWatching(actorToWatch));
        return actorToWatch;
    }

    /// <inheritdoc cref="Watch"/>
    public async Task<IActorRef> WatchAsync(IActorRef actorToWatch)
    {
        await AwaitAsync(StartWatching(actorToWatch));
        return actorToWatch;
    }

    /// <summary>Takes back <see cref="Watch"/>. <see cref="Terminated"/> comes no more once this returned.</summary>
    /// <returns>The actor.</returns>
    /// <exception cref="TimeoutException">The test actor does not answer: it is stopped, or busy.</exception>
    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        Await(StopWatching(actorToUnwatch));
        return actorToUnwatch;
    }

    /// <inheritdoc cref="Unwatch"/>
    public async Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch)
    {
        await AwaitAsync(StopWatching(actorToUnwatch));
        return actorToUnwatch;
    }

    private Task StartWatching(IActorRef subject)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TestActor.Tell(new TestActorProtocol.Watch(subject, done));
        return done.Task;
    }

    private Task StopWatching(IActorRef subject)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TestActor.Tell(new TestActorProtocol.Unwatch(subject, done));
        return done.Task;
    }

    // Waits for an answer of the test actor. It has usually come already, for the test actor runs on the thread that
    // tells it something.
    private void Await(Task answer)
    {
        var timeout = Dilated(TestKitSettings.DefaultTimeout);
        try
        {
            if (!answer.Wait(timeout))
                throw NoAnswer(timeout);
        }
        catch (AggregateException e) when (e.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException);
        }
    }

    private async Task AwaitAsync(Task answer)
    {
        var timeout = Dilated(TestKitSettings.DefaultTimeout);
        if (await Task.WhenAny(answer, Task.Delay(timeout)) != answer)
            throw NoAnswer(timeout);

        await answer;
    }

    private TimeoutException NoAnswer(TimeSpan timeout) =>
        new($"{TestActor} did not answer within {Describe.Time(timeout)}: it is stopped, or busy.");
}
