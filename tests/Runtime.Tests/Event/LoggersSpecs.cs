using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using TestSupport;

namespace Runtime.Tests.Events;

public sealed class LoggersSpecs
{
    [Fact]
    public async Task A_logger_named_in_the_configuration_gets_events_from_the_configured_level_on()
    {
        await using var system = Start("levels", "akka.loglevel = WARNING");
        var log = Logging.GetLogger(system.System, "door");

        log.Info("too quiet");
        log.Warning("first");
        log.Error("second");

        Assert.Equal("first", await system.NextText());
        Assert.Equal("second", await system.NextText());
    }

    [Fact]
    public async Task With_level_off_a_logger_gets_nothing()
    {
        await using var system = Start("off", "akka.loglevel = OFF");
        Logging.GetLogger(system.System, "door").Error("nobody hears it");

        // Sent past the level, so that it would come after what should not come.
        system.System.EventStream.SetLogLevel(LogLevel.ErrorLevel);
        system.System.EventStream.Publish(new Error(null, "door", typeof(LoggersSpecs), "heard"));

        Assert.Equal("heard", await system.NextText());
    }

    [Fact]
    public async Task Lowering_the_level_of_the_event_stream_opens_it_for_loggers()
    {
        await using var system = Start("lowered", "akka.loglevel = ERROR");

        system.System.EventStream.SetLogLevel(LogLevel.InfoLevel);
        Logging.GetLogger(system.System, "door").Info("heard");

        Assert.Equal("heard", await system.NextText());
    }

    [Fact]
    public async Task Raising_the_level_of_the_event_stream_closes_it_for_loggers()
    {
        await using var system = Start("raised", "akka.loglevel = INFO");
        var door = Logging.GetLogger(system.System, "door");

        system.System.EventStream.SetLogLevel(LogLevel.ErrorLevel);
        system.System.EventStream.Publish(new Info("door", typeof(LoggersSpecs), "too quiet"));
        door.Error("heard");

        Assert.Equal("heard", await system.NextText());
    }

    [Fact]
    public void A_logger_that_does_not_exist_is_named_in_the_error()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => ActorSystem.Create(
                "missing", """akka.loggers = ["No.Such.Logger, Nowhere"], akka.stdout-loglevel = OFF"""));

        Assert.Contains("No.Such.Logger, Nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logger_that_is_slow_to_start_joins_when_it_is_ready()
    {
        await using var system = Start("slow", "akka.logger-startup-timeout = 50ms", typeof(SlowLogger));

        SlowLogger.Ready.SetResult();

        // It is not ready at once: what is logged before is not for it.
        var log = Logging.GetLogger(system.System, "door");
        while (system.IsEmpty)
        {
            log.Error("heard");
            await Task.Yield();
        }

        Assert.Equal("heard", await system.NextText());
    }

    [BundledOnlyFact("events in a logger's mailbox are lost when the actor system stops")]
    public async Task Loggers_finish_what_they_have_when_the_actor_system_terminates()
    {
        const int Events = 1_000;
        var system = Start("finishing", "akka.loglevel = INFO", typeof(BusyLogger));
        var log = Logging.GetLogger(system.System, "door");
        for (var i = 0; i < Events; i++)
            log.Info("{0}", i);

        await system.DisposeAsync();

        for (var i = 0; i < Events; i++)
            Assert.Equal($"{i}", await system.NextText());
    }

    private static RecordedSystem Start(string name, string config, Type? logger = null) => new(name, config, logger);

    /// <summary>An actor system whose logger writes into a queue that is found by the system's name.</summary>
    private sealed class RecordedSystem : IAsyncDisposable
    {
        private static readonly ConcurrentDictionary<string, BlockingCollection<LogEvent>> Records = new();

        public RecordedSystem(string name, string config, Type? logger)
        {
            var type = (logger ?? typeof(RecordingLogger)).AssemblyQualifiedName;
            System = ActorSystem.Create(
                name,
                ConfigurationFactory.ParseString($"akka.loggers = [\"{type}\"]\nakka.stdout-loglevel = OFF")
                    .WithFallback(ConfigurationFactory.ParseString(config)));
        }

        public ActorSystem System { get; }

        public bool IsEmpty => Of(System).Count == 0;

        public static BlockingCollection<LogEvent> Of(ActorSystem system) => Records.GetOrAdd(system.Name, _ => []);

        public Task<string?> NextText() => Task.Run(() =>
        {
            Assert.True(Of(System).TryTake(out var logEvent, TimeSpan.FromSeconds(10)), "No event was logged.");
            return logEvent.Message.ToString();
        });

        public async ValueTask DisposeAsync() => await System.Terminate();
    }

    private class RecordingLogger : ReceiveActor
    {
        public RecordingLogger()
        {
            Receive<InitializeLogger>(_ => Initialize());
            Receive<LogEvent>(
                logEvent => logEvent.LogSource.StartsWith("door", StringComparison.Ordinal),
                RecordedSystem.Of(Context.System).Add);
            Receive<LogEvent>(_ => { });
        }

        protected virtual void Initialize() => Sender.Tell(new LoggerInitialized());
    }

    /// <summary>Takes so long over its first event that the termination of its actor system overtakes it.</summary>
    private sealed class BusyLogger : RecordingLogger
    {
        private bool _isFirst = true;

        protected override bool AroundReceive(Receive receive, object message)
        {
            if (_isFirst && message is Info)
            {
                _isFirst = false;
                // Only who is not subscribed can be subscribed: the loggers are being stopped then.
                var stream = Context.System.EventStream;
                SpinWait.SpinUntil(() => stream.Subscribe<Error>(Self), TimeSpan.FromSeconds(10));
                using var never = new ManualResetEventSlim();
                never.Wait(TimeSpan.FromMilliseconds(100));
            }

            return base.AroundReceive(receive, message);
        }
    }

    private sealed class SlowLogger : RecordingLogger
    {
        public static TaskCompletionSource Ready { get; } = new();

        protected override void Initialize() => Ready.Task.PipeTo(Sender, success: () => new LoggerInitialized());
    }
}
