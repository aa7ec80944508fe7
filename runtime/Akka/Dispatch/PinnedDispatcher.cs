using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Runs one actor on a thread of its own, which ends with the actor.</summary>
internal sealed class PinnedDispatcher : MessageDispatcher
{
    private readonly DedicatedThreadPool _pool;

    internal PinnedDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator) =>
        _pool = new DedicatedThreadPool(Id, threadCount: 1, isBackground: true);

    /// <summary>Called when the actor has stopped.</summary>
    internal Action<MessageDispatcher>? Ended { get; set; }

    internal override void Detach(ActorCell cell)
    {
        _pool.Dispose();
        Ended?.Invoke(this);
    }

    protected override void ExecuteTask(IRunnable run) => _pool.Queue(run);

    protected override void Shutdown()
    {
        _pool.Dispose();
        _pool.Join();
    }
}
