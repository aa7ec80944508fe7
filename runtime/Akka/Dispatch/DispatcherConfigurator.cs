using Akka.Configuration;
using Akka.Dispatch.EventLoops;

namespace Akka.Dispatch;

/// <summary>Makes the dispatchers that need no name of a type: Dispatcher, ForkJoinDispatcher, PinnedDispatcher.</summary>
internal sealed class DispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly Func<MessageDispatcher> _dispatcher;

    internal DispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = Choose(config.GetString("type"), config.GetString("executor"));

    public override MessageDispatcher Dispatcher() => _dispatcher();

    private Func<MessageDispatcher> Choose(string? type, string? executor) =>
        (type, executor) switch
        {
            ("PinnedDispatcher", _) => () => new PinnedDispatcher(this),
            ("ForkJoinDispatcher", _) or ("Dispatcher", "fork-join-executor") => Shared(NewDedicated()),
            ("Dispatcher", "default-executor" or "thread-pool-executor" or "channel-executor" or "task-executor")
                or ("TaskDispatcher", _) => Shared(new Dispatcher(this)),
            ("Dispatcher", _) => throw new ConfigurationException(
                $"Dispatcher {Config.GetString("id")}: the executor '{executor}' is not supported; use default-executor, "
                + "thread-pool-executor, fork-join-executor or channel-executor."),
            _ => throw new ConfigurationException(
                $"Dispatcher {Config.GetString("id")}: the type '{type}' is not supported; use Dispatcher, "
                + "ForkJoinDispatcher, PinnedDispatcher, or the full name of a MessageDispatcherConfigurator with its assembly."),
        };

    private static Func<MessageDispatcher> Shared(MessageDispatcher dispatcher) => () => dispatcher;

    private MessageDispatcher NewDedicated()
    {
        var pool = Config.GetConfig("dedicated-thread-pool");
        var count = pool?.GetInt("thread-count") ?? 0;
        if (count < 1)
        {
            throw new ConfigurationException(
                $"Dispatcher {Config.GetString("id")}: dedicated-thread-pool.thread-count must be 1 or more.");
        }

        var isBackground = pool!.GetString("threadtype", "background") != "foreground";
        return count == 1 && EventLoop.IsSupported
            ? new EventLoopDispatcher(this, isBackground)
            : new DedicatedDispatcher(this, count, isBackground);
    }
}
