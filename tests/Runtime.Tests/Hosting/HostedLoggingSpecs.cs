using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using HostLogLevel = Microsoft.Extensions.Logging.LogLevel;
using LogLevel = Akka.Event.LogLevel;

namespace Runtime.Tests.Hosting;

public sealed class HostedLoggingSpecs
{
    [Fact]
    public async Task What_actors_log_reaches_the_host_with_level_and_cause()
    {
        using var log = new CapturedLog();
        using var host = Build(log, loggers =>
        {
            loggers.LogLevel = LogLevel.DebugLevel;
            loggers.ClearLoggers().AddLoggerFactory();
        });
        await host.StartAsync();
        var cause = new InvalidOperationException("the cause");
        var adapter = host.System().Log;

        adapter.Debug("spec {0}", "debug");
        adapter.Info("spec {0}", "info");
        adapter.Warning("spec {0}", "warning");
        adapter.Error(cause, "spec {0}", "error");

        await Expect("spec debug", HostLogLevel.Debug, null);
        await Expect("spec info", HostLogLevel.Information, null);
        await Expect("spec warning", HostLogLevel.Warning, null);
        await Expect("spec error", HostLogLevel.Error, cause);
        await host.StopAsync();

        async Task Expect(string text, HostLogLevel level, Exception? exception)
        {
            var entry = await log.Next("spec ");
            Assert.Contains(text, entry.Message, StringComparison.Ordinal);
            Assert.Equal(level, entry.Level);
            Assert.Same(exception, entry.Exception);
            Assert.Equal("Akka.Actor.ActorSystem", entry.Category);
        }
    }

    [Fact]
    public async Task What_is_below_the_log_level_stays_out()
    {
        using var log = new CapturedLog();
        using var host = Build(log, loggers =>
        {
            loggers.LogLevel = LogLevel.WarningLevel;
            loggers.ClearLoggers().AddLoggerFactory();
        });
        await host.StartAsync();

        host.System().Log.Info("spec info");
        host.System().Log.Warning("spec warning");

        var first = await log.Next("spec ");
        Assert.Contains("spec warning", first.Message, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_logger_factory_of_ones_own_is_used_instead_of_the_hosts()
    {
        using var hostLog = new CapturedLog();
        using var ownLog = new CapturedLog();
        using var ownFactory = LoggerFactory.Create(logging => logging.AddProvider(ownLog));
        using var host = Build(hostLog, loggers => loggers.ClearLoggers().AddLoggerFactory(ownFactory));
        await host.StartAsync();

        host.System().Log.Warning("spec warning");

        Assert.Equal(HostLogLevel.Warning, (await ownLog.Next("spec warning")).Level);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_logger_of_ones_own_is_added_to_the_others()
    {
        using var log = new CapturedLog();
        var received = new TaskCompletionSource<LogEvent>();
        using var host = HostFixture.Build(
            builder => builder
                .AddSetup(new SignalSetup(received))
                .ConfigureLoggers(loggers => loggers.ClearLoggers().AddLogger<SignalLogger>().AddLoggerFactory()),
            services => services.AddSingleton<ILoggerProvider>(log));
        await host.StartAsync();

        host.System().Log.Warning("spec warning");

        Assert.Equal("spec warning", (await received.Task.WaitAsync(HostFixture.Patience)).Message.ToString());
        await log.Next("spec warning");
        await host.StopAsync();
    }

    [Fact]
    public async Task Loggers_are_put_in_front_of_the_HOCON_added_before()
    {
        using var host = HostFixture.Build(builder => builder
            .AddHocon(
                """
                akka { loglevel = "ERROR", log-config-on-start = off }
                akka.actor.debug { unhandled = off, lifecycle = on }
                """,
                HoconAddMode.Prepend)
            .ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers().AddLoggerFactory();
                loggers.LogLevel = LogLevel.WarningLevel;
                loggers.LogConfigOnStart = true;
                loggers.DebugOptions = new DebugOptions { Unhandled = true };
            }));
        await host.StartAsync();

        var config = host.System().Settings.Config;

        Assert.Equal("WARNING", config.GetString("akka.loglevel"), ignoreCase: true);
        Assert.True(config.GetBoolean("akka.log-config-on-start"));
        Assert.True(config.GetBoolean("akka.actor.debug.unhandled"));
        Assert.True(config.GetBoolean("akka.actor.debug.lifecycle"));
        var logger = Assert.Single(config.GetStringList("akka.loggers"));
        Assert.Contains("LoggerFactoryLogger", logger, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task Clearing_drops_the_loggers_before_it_and_the_others_keep_their_order()
    {
        using var host = HostFixture.Build(builder => builder.ConfigureLoggers(loggers =>
        {
            loggers.LogLevel = LogLevel.ErrorLevel;
            loggers.AddLoggerFactory().ClearLoggers().AddDefaultLogger().AddLoggerFactory();
        }));
        await host.StartAsync();

        Assert.Collection(
            host.System().Settings.Config.GetStringList("akka.loggers"),
            logger => Assert.StartsWith("Akka.Event.DefaultLogger, Akka", logger, StringComparison.Ordinal),
            logger => Assert.StartsWith(
                "Akka.Hosting.Logging.LoggerFactoryLogger, Akka.Hosting", logger, StringComparison.Ordinal));
        await host.StopAsync();
    }

    private static IHost Build(CapturedLog log, Action<LoggerConfigBuilder> configure) => HostFixture.Build(
        builder => builder.ConfigureLoggers(configure),
        services => services
            .AddLogging(logging => logging.SetMinimumLevel(HostLogLevel.Trace))
            .AddSingleton<ILoggerProvider>(log));
}
