using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>
/// Runs an actor on the thread that tells it something, before <c>Tell</c> returns; unless the actor is running
/// already, on this thread or another: then that run takes the message too.
/// </summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    /// <summary>Where the configuration has it: <c>akka.test.calling-thread-dispatcher</c>.</summary>
    public new const string Id = "akka.test.calling-thread-dispatcher";

    /// <param name="configurator">Who made it.</param>
    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
    }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run) => run.Run();

    /// <inheritdoc/>
    protected override void Shutdown()
    {
        // It has no thread to give back.
    }
}
