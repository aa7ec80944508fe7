using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace Runtime.Tests.Events;

public sealed class LoggingSpecs : TestKit
{
    private readonly ILoggingAdapter _log;

    public LoggingSpecs() : base("akka.loglevel = INFO")
    {
        _log = Logging.GetLogger(Sys, "door");
        Sys.EventStream.Subscribe<LogEvent>(TestActor);
    }

    [Fact]
    public void A_text_without_arguments_is_logged_as_it_is()
    {
        _log.Info("opened {0} {braces");

        Assert.Equal("opened {0} {braces", NextText());
    }

    [Fact]
    public void Arguments_are_put_into_their_places()
    {
        _log.Info("{0}", 1);
        _log.Info("{0} {1}", 1, "two");
        _log.Info("{0} {1} {2}", 1, "two", 3L);
        _log.Info("{0} {1} {2} {3}", 1, 2, 3, 4);
        _log.Info("{0} {1} {2} {3} {4}", 1, 2, 3, 4, 5);
        _log.Info("{0} {1} {2} {3} {4} {5}", 1, 2, 3, 4, 5, 6);
        _log.Info("{0} {1} {2} {3} {4} {5} {6}", new object[] { 1, 2, 3, 4, 5, 6, 7 });

        Assert.Equal("1", NextText());
        Assert.Equal("1 two", NextText());
        Assert.Equal("1 two 3", NextText());
        Assert.Equal("1 2 3 4", NextText());
        Assert.Equal("1 2 3 4 5", NextText());
        Assert.Equal("1 2 3 4 5 6", NextText());
        Assert.Equal("1 2 3 4 5 6 7", NextText());
    }

    [Fact]
    public void Each_level_has_its_event()
    {
        Sys.EventStream.SetLogLevel(LogLevel.DebugLevel);
        var log = Logging.GetLogger(Sys, "door");

        log.Debug("{0}", "debug");
        log.Info("{0}", "info");
        log.Warning("{0}", "warning");
        log.Error("{0}", "error");

        var debug = FishForMessage<Debug>(e => e.LogSource.StartsWith("door", StringComparison.Ordinal));
        Assert.Equal("debug", debug.Message.ToString());
        Assert.Equal("info", ExpectMsg<Info>().Message.ToString());
        Assert.Equal("warning", ExpectMsg<Warning>().Message.ToString());
        Assert.Equal("error", ExpectMsg<Error>().Message.ToString());
    }

    [Fact]
    public void The_level_can_be_an_argument()
    {
        var cause = new InvalidOperationException("stuck");

        _log.Log(LogLevel.WarningLevel, "plain");
        _log.Log(LogLevel.ErrorLevel, cause, "{0}", "formatted");

        Assert.Equal("plain", ExpectMsg<Warning>().Message.ToString());
        var error = ExpectMsg<Error>();
        Assert.Equal("formatted", error.Message.ToString());
        Assert.Same(cause, error.Cause);
    }

    [Fact]
    public void A_cause_is_logged_with_its_message()
    {
        var cause = new InvalidOperationException("stuck");

        _log.Warning(cause, "plain");
        _log.Error(cause, "{0} {1}", "door", 7);

        Assert.Same(cause, ExpectMsg<Warning>().Cause);
        var error = ExpectMsg<Error>();
        Assert.Same(cause, error.Cause);
        Assert.Equal("door 7", error.Message.ToString());
    }

    [Fact]
    public void What_is_below_the_level_is_neither_formatted_nor_published()
    {
        _log.Debug("{0}", new Explosive());
        _log.Info("next");

        Assert.Equal("next", NextText());
    }

    [BundledOnlyFact("Log publishes every level and leaves it to the loggers to be subscribed or not")]
    public void What_is_below_the_level_is_not_published_when_the_level_is_an_argument()
    {
        _log.Log(LogLevel.DebugLevel, "plain");
        _log.Log(LogLevel.DebugLevel, null, "{0}", new Explosive());
        _log.Info("next");

        Assert.Equal("next", NextText());
    }

    [Fact]
    public void An_adapter_knows_what_is_enabled()
    {
        Assert.False(_log.IsDebugEnabled);
        Assert.True(_log.IsInfoEnabled);
        Assert.True(_log.IsWarningEnabled);
        Assert.True(_log.IsErrorEnabled);
        Assert.False(_log.IsEnabled(LogLevel.DebugLevel));
        Assert.True(_log.IsEnabled(LogLevel.InfoLevel));
    }

    [BundledOnlyFact("the level is read once, when the adapter is made")]
    public void An_adapter_follows_the_level_of_the_event_stream()
    {
        Sys.EventStream.SetLogLevel(LogLevel.DebugLevel);
        Assert.True(_log.IsDebugEnabled);

        Sys.EventStream.SetLogLevel(LogLevel.ErrorLevel);
        Assert.False(_log.IsWarningEnabled);
    }

    [BundledOnlyFact("the text of such an event throws FormatException")]
    public void A_format_that_does_not_fit_its_arguments_is_logged_all_the_same()
    {
        _log.Info("{0} {1}", "only one");

        var text = NextText();
        Assert.Contains("{0} {1}", text, StringComparison.Ordinal);
        Assert.Contains("only one", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_source_of_an_actors_events_is_its_path()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Greeter()), "greeter");

        actor.Tell("hello");

        var greeting = ExpectMsg<Info>();
        Assert.EndsWith("/user/greeter", greeting.LogSource, StringComparison.Ordinal);
        Assert.StartsWith("akka://", greeting.LogSource, StringComparison.Ordinal);
        Assert.Equal(typeof(Greeter), greeting.LogClass);
        Assert.Equal("hello", greeting.Message.ToString());
    }

    [Fact]
    public void The_source_outside_actors_names_the_actor_system()
    {
        Logging.GetLogger(Sys, "door").Info("by name");
        Logging.GetLogger(Sys, this).Info("by object");

        var named = ExpectMsg<Info>();
        Assert.StartsWith("door (", named.LogSource, StringComparison.Ordinal);
        var typed = ExpectMsg<Info>();
        Assert.StartsWith("LoggingSpecs (", typed.LogSource, StringComparison.Ordinal);
        Assert.Equal(typeof(LoggingSpecs), typed.LogClass);
    }

    [Fact]
    public void An_event_as_text_has_level_time_thread_source_and_message()
    {
        var text = new Warning("door", typeof(LoggingSpecs), "ajar").ToString();

        Assert.Matches(
            new Regex(@"^\[WARNING\]\[\d\d/\d\d/\d{4} \d\d:\d\d:\d\d\.\d{3}Z\]\[Thread \d{4,}\]\[door\] ajar$"), text);
    }

    [Fact]
    public void An_event_as_text_ends_with_its_cause()
    {
        var lines = new Error(new InvalidOperationException("stuck"), "door", typeof(LoggingSpecs), "ajar").ToString()
            .Split(Environment.NewLine);

        Assert.EndsWith("[door] ajar", lines[0], StringComparison.Ordinal);
        Assert.Equal("Cause: System.InvalidOperationException: stuck", lines[1]);
    }

    [Fact]
    public void No_logger_logs_nothing()
    {
        NoLogger.Instance.Error("{0}", new Explosive());
        _log.Info("next");

        Assert.False(NoLogger.Instance.IsErrorEnabled);
        Assert.Equal("next", NextText());
    }

    [Theory]
    [InlineData("DEBUG", LogLevel.DebugLevel)]
    [InlineData("info", LogLevel.InfoLevel)]
    [InlineData("Warning", LogLevel.WarningLevel)]
    [InlineData("ERROR", LogLevel.ErrorLevel)]
    public void Levels_are_known_by_name_in_any_case(string name, LogLevel level)
    {
        Assert.Equal(level, Logging.LogLevelFor(name));
        Assert.Equal(name.ToUpperInvariant(), level.StringFor());
    }

    [Fact]
    public void Off_is_above_every_level()
        => Assert.True(Logging.LogLevelFor("OFF") > LogLevel.ErrorLevel);

    [Fact]
    public void A_level_that_does_not_exist_is_named_in_the_error()
        => Assert.Contains(
            "LOUD",
            Assert.Throws<ArgumentException>(() => Logging.LogLevelFor("loud")).Message,
            StringComparison.OrdinalIgnoreCase);

    private string? NextText() => ExpectMsg<Info>().Message.ToString();

    private sealed class Explosive
    {
        public override string ToString() => throw new InvalidOperationException("It was formatted.");
    }

    private sealed class Greeter : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        public Greeter() => Receive<string>(greeting => _log.Info(greeting));
    }
}
