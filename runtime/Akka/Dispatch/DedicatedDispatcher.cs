namespace Akka.Dispatch;

/// <summary>Runs actors on threads of its own, in the order their mailboxes became non-empty.</summary>
internal sealed class DedicatedDispatcher : MessageDispatcher
{
    private readonly DedicatedThreadPool _pool;

    internal DedicatedDispatcher(MessageDispatcherConfigurator configurator, int threadCount, bool isBackground)
        : base(configurator) =>
        _pool = new DedicatedThreadPool(Id, threadCount, isBackground);

    protected override void ExecuteTask(IRunnable run) => _pool.Queue(run);

    protected override void Shutdown()
    {
        _pool.Dispose();
        _pool.Join();
    }
}
