using Akka.Actor;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>
/// The loggers of one actor system, from its start to its end: the console logger alone at first and at last, those of
/// <c>akka.loggers</c> in between.
/// </summary>
/// <remarks>Called by the actor system as it starts and terminates, in the order of the methods here.</remarks>
internal sealed class SystemLoggers
{
    // For what is in the loggers' mailboxes; a logger that takes longer is stopped with the actor system.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly EventStream _bus;
    private readonly LoggingSettings _settings;
    private readonly StandardOutLogger _console = new();
    private readonly Lock _gate = new();
    private readonly List<IActorRef> _loggers = [];
    private IActorRef? _deadLetterListener;
    private bool _stopping;

    public SystemLoggers(EventStream bus, LoggingSettings settings)
    {
        _bus = bus;
        _settings = settings;
    }

    /// <summary>
    /// Before there are any actors: log events go to the console, from <c>akka.stdout-loglevel</c> on.
    /// </summary>
    public void StartConsole()
    {
        _bus.SetLogLevel(_settings.LogLevel);
        _bus.SubscribeFrom(_settings.StdoutLogLevel, _console);
    }

    /// <summary>
    /// As soon as system actors can be made. Waits up to <c>akka.logger-startup-timeout</c> for the loggers of
    /// <c>akka.loggers</c>; one that is slower joins when it is ready.
    /// </summary>
    /// <exception cref="ConfigurationException">There is no type of a logger's name.</exception>
    public void Start(ExtendedActorSystem system)
    {
        _bus.StartUnsubscriber(system);
        var types = _settings.Loggers.Select(TypeOf).ToArray();
        var actors = types.Where(type => type != typeof(StandardOutLogger)).ToArray();
        var starts = actors.Select((type, index) => StartLogger(system, type, index + 1)).ToArray();
        if (!Task.WaitAll(starts, _settings.LoggerStartupTimeout))
            WarnOfSlow(actors.Where((_, index) => !starts[index].IsCompleted));

        if (_settings.LogDeadLetters > 0)
        {
            _deadLetterListener = system.SystemActorOf(
                Props.Create(() => new DeadLetterListener()), "deadLetterListener");
        }

        if (_settings.DebugUnhandled)
            system.SystemActorOf(Props.Create(() => new UnhandledMessageForwarder()), "unhandledMessageForwarder");

        if (actors.Length == types.Length)
            _bus.Unsubscribe(_console);
        _bus.Publish(new Debug(nameof(EventStream), typeof(SystemLoggers), "Default Loggers started"));
    }

    /// <summary>When termination begins, before any actor stops.</summary>
    public void StopDeadLetterListener(ActorSystem system)
    {
        if (!_settings.LogDeadLettersDuringShutdown && _deadLetterListener is not null)
            system.Stop(_deadLetterListener);
    }

    /// <summary>
    /// When all other actors have stopped: the loggers finish what they have, and the console takes over. Nothing
    /// blocks, so that it may be awaited on the dispatcher that the loggers themselves need.
    /// </summary>
    public async Task Stop()
    {
        IActorRef[] loggers;
        lock (_gate)
        {
            _stopping = true;
            loggers = [.. _loggers];
        }

        _bus.SubscribeFrom(_settings.StdoutLogLevel, _console);
        foreach (var logger in loggers)
            _bus.RemoveLogger(logger);

        await Task.WhenAll(loggers.Select(logger => logger.GracefulStop(StopTimeout))).ConfigureAwait(false);
    }

    private static Type TypeOf(string name)
        => Type.GetType(name) ?? throw new ConfigurationException(
            $"akka.loggers names [{name}], and there is no such type. Write it as \"Namespace.Type, Assembly\".");

    private async Task StartLogger(ExtendedActorSystem system, Type type, int number)
    {
        var logger = system.SystemActorOf(
            Props.Create(type).WithDispatcher(_settings.LoggersDispatcher), $"log{number}-{type.Name}");
        var answer = await logger.Ask<object>(new InitializeLogger(_bus), Timeout.InfiniteTimeSpan)
            .ConfigureAwait(false);
        if (answer is not LoggerInitialized)
        {
            _bus.Publish(
                new Error(
                    null,
                    nameof(EventStream),
                    type,
                    $"Logger [{type}] answered [{answer}] instead of LoggerInitialized; it is stopped."));
            system.Stop(logger);
            return;
        }

        lock (_gate)
        {
            if (_stopping)
                return;

            _loggers.Add(logger);
            _bus.AddLogger(logger);
        }
    }

    private void WarnOfSlow(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            _bus.Publish(
                new Warning(
                    nameof(EventStream),
                    type,
                    $"Logger [{type}] has not answered InitializeLogger within [{_settings.LoggerStartupTimeout}]; "
                    + "it gets log events from when it does."));
        }
    }
}
