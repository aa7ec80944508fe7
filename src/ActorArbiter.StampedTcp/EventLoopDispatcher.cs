using ActorArbiter.StampedTcp.EventLoops;
using Akka.Configuration;
using Akka.Dispatch;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// Runs actors on one thread, in the order in which they were told something, which waits for their sockets and timers where it waits
/// for work (epoll(7)). For actors that own a <see cref="StampedListener"/>, a <see cref="StampedSocket"/> or an
/// <see cref="ActorTimer"/>, and for those they talk to most. An actor that blocks holds up all of them.
/// </summary>
/// <remarks>Work that throws, which actors do not, is logged as an error, and the thread goes on with the next.</remarks>
public sealed class EventLoopDispatcher : MessageDispatcher
{
    internal EventLoopDispatcher(MessageDispatcherConfigurator configurator, Config config)
        : base(configurator)
    {
        Id = config.GetString("id");
        Throughput = config.GetInt("throughput", 1);
        var options = new EventLoopOptions(
            config.GetTimeSpan("awake-for", TimeSpan.FromMicroseconds(50)), config.GetInt("assist-from", 32));
        Loop = new EventLoop(Id, options.For(Environment.ProcessorCount), ReportFailure);

        // Not before: actors may come again after the last one went. And whatever scheduler the system has.
        _ = configurator.Prerequisites.Settings.System.WhenTerminated.ContinueWith(
            _ => Loop.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    internal EventLoop Loop { get; }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run) => Loop.Queue(run);

    /// <summary>Does nothing: the thread ends with the actor system.</summary>
    protected override void Shutdown()
    {
    }
}
