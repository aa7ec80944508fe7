using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Runs one actor on a thread of its own, which ends with the actor.</summary>
internal sealed class PinnedDispatcher : MessageDispatcher
{
    private readonly DedicatedThreadPool _pool;

    internal PinnedDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator) =>
        _pool = new DedicatedThreadPool(Id, threadCount: 1, isBackground: true);

    internal override void Detach(ActorCell cell) => _pool.Dispose();

    protected override void ExecuteTask(IRunnable run) => _pool.Queue(run);

    protected override void Shutdown() => _pool.Dispose();
}
