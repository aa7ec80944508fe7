namespace Akka.Dispatch;

/// <summary>Runs actors on the .NET thread pool.</summary>
internal sealed class Dispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    protected override void ExecuteTask(IRunnable run) => ThreadPool.UnsafeQueueUserWorkItem(run, preferLocal: true);

    protected override void Shutdown()
    {
        // The pool belongs to the process.
    }
}
