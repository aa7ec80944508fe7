using ActorArbiter.Server;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ActorArbiter.Hosting;

/// <summary>The server in a host of its own.</summary>
internal sealed class ArbiterHost : IAsyncDisposable
{
    private const int LogLinesWaiting = 2500;

    private readonly IHost _host;
    private readonly IActorRef _arbiter;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ArbiterHost(IHost host)
    {
        _host = host;
        _arbiter = host.Services.GetRequiredService<IRequiredActor<ArbiterActor>>().ActorRef;
        System.ActorOf(DeathWatchActor.PropsFor(_arbiter, _failed), "death-watch");
    }

    /// <summary>The actor system that the server runs in.</summary>
    public ActorSystem System => _host.Services.GetRequiredService<ActorSystem>();

    /// <summary>Starts the server. Whether it could listen is told by <see cref="BoundAsync"/>.</summary>
    /// <param name="options">What the server is told at its start.</param>
    /// <param name="config">The settings of the actor system.</param>
    /// <param name="transcript">Where the transcript goes.</param>
    public static async Task<ArbiterHost> StartAsync(ArbiterOptions options, Config config, TextWriter transcript)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Logging
            .AddConsole(console =>
            {
                console.FormatterName = StderrFormatter.FormatterName;
                console.LogToStandardErrorThreshold = LogLevel.Trace;

                // A reader of stderr that stalls must not stall the actors: lines are dropped, and counted, instead.
                console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
                console.MaxQueueLength = LogLinesWaiting;
            })
            .AddConsoleFormatter<StderrFormatter, ConsoleFormatterOptions>()

            // What actors log is chosen by akka.loglevel; but what ends the server, and where it listens, it says itself.
            .SetMinimumLevel(LogLevel.Trace)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Akka.Actor.CoordinatedShutdown", LogLevel.Warning)
            .AddFilter(ActorLogger.Listener, LogLevel.Warning);
        builder.Services
            .AddSingleton<IHostLifetime, ExternalLifetime>()
            .AddAkka("arbiter", akka => akka
                .AddHocon(config, HoconAddMode.Prepend)
                .AddHocon(options.Transport.ActorSystemSettings, HoconAddMode.Prepend)
                .WithStampedTcp()
                .ConfigureLoggers(loggers =>
                {
                    loggers.ClearLoggers();
                    loggers.AddLogger<ActorLogger>();
                })
                .WithActors((system, registry) => registry.Register<ArbiterActor>(
                    system.ActorOf(ArbiterActor.PropsFor(options, options.Transport.Create(system), transcript), "arbiter"))));

        var host = builder.Build();
        await host.StartAsync().ConfigureAwait(false);
        return new ArbiterHost(host);
    }

    /// <summary>The addresses it listens on, or how it ended when it could not listen.</summary>
    public async Task<(ArbiterProtocol.Addresses? Addresses, ArbiterProtocol.Outcome? Outcome)> BoundAsync()
    {
        var answer = await AskAsync(new ArbiterProtocol.AwaitAddresses()).ConfigureAwait(false);
        return (answer as ArbiterProtocol.Addresses, answer as ArbiterProtocol.Outcome);
    }

    /// <summary>How it ended; completes when it has.</summary>
    public async Task<ArbiterProtocol.Outcome> EndedAsync() =>
        (ArbiterProtocol.Outcome)await AskAsync(new ArbiterProtocol.AwaitOutcome()).ConfigureAwait(false);

    /// <summary>Asks it to end: whoever waits is told.</summary>
    public void Stop() => _arbiter.Tell(new ArbiterProtocol.Stop());

    /// <summary>Ends the actor system.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync().ConfigureAwait(false);
        _host.Dispose();
    }

    private async Task<object> AskAsync(object question)
    {
        var answer = _arbiter.Ask<object>(question);
        return await Task.WhenAny(answer, _failed.Task).ConfigureAwait(false) == answer
            ? await answer.ConfigureAwait(false)
            : new ArbiterProtocol.Outcome("the server failed; the log says why");
    }
}
