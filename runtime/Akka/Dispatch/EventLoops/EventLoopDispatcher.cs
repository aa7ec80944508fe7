namespace Akka.Dispatch.EventLoops;

/// <summary>
/// Runs actors on one thread, in the order their mailboxes became non-empty. The connections among them have their sockets
/// waited for by the same thread.
/// </summary>
internal sealed class EventLoopDispatcher : MessageDispatcher
{
    internal EventLoopDispatcher(MessageDispatcherConfigurator configurator, bool isBackground)
        : base(configurator) =>
        Loop = new EventLoop(Id, isBackground);

    internal EventLoop Loop { get; }

    protected override void ExecuteTask(IRunnable run) => Loop.Queue(run);

    protected override void Shutdown()
    {
        Loop.Dispose();
        Loop.Join();
    }
}
