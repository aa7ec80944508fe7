using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestSupport;

namespace Runtime.Tests.Hosting;

/// <summary>Runs alone: it reads what the process writes to the console.</summary>
[Collection(nameof(FailedStartSpecs))]
[CollectionDefinition(nameof(FailedStartSpecs), DisableParallelization = true)]
public sealed class FailedStartSpecs
{
    private readonly InvalidOperationException _reason = new("The reason of this failed start.");
    private ActorSystem? _system;

    [Fact]
    public Task Actors_that_cannot_be_started_fail_the_start_with_their_reason() =>
        StartFailsWithItsReason(builder => builder.WithActors((system, _) => Fail(system)));

    [Fact]
    public Task Actors_that_cannot_be_started_asynchronously_fail_the_start_with_their_reason() =>
        StartFailsWithItsReason(builder => builder.WithActors(async (system, _) =>
        {
            await Task.Yield();
            Fail(system);
        }));

    [Fact]
    public Task A_startup_task_that_throws_fails_the_start_with_its_reason() =>
        StartFailsWithItsReason(builder => builder.AddStartup((system, _) => Fail(system)));

    [Fact]
    public Task An_asynchronous_startup_task_that_throws_fails_the_start_with_its_reason() =>
        StartFailsWithItsReason(builder => builder.AddStartup(async (system, _) =>
        {
            await Task.Yield();
            Fail(system);
        }));

    [Fact]
    public async Task A_program_whose_start_failed_ends_with_the_reason()
    {
        using var host = HostFixture.Build(builder => builder.AddStartup((system, _) => Fail(system)));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => host.RunAsync().WaitAsync(HostFixture.Patience));

        Assert.Same(_reason, thrown);
    }

    [Fact]
    public async Task Nothing_is_started_after_the_failure()
    {
        var startedAfterwards = false;
        using var host = HostFixture.Build(builder => builder
            .WithActors((system, _) => Fail(system))
            .WithActors((_, _) => startedAfterwards = true)
            .AddStartup((_, _) => startedAfterwards = true));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.False(startedAfterwards);
    }

    [BundledOnlyFact("The failure of the shutdown is thrown instead of the reason.")]
    public async Task A_shutdown_that_fails_too_does_not_hide_the_reason()
    {
        using var host = HostFixture.Build(builder => builder
            .AddHocon(
                """
                akka.coordinated-shutdown {
                  phases.before-service-unbind.recover = off
                  run-by-actor-system-terminate = off
                }
                """,
                HoconAddMode.Append)
            .AddStartup((system, _) =>
            {
                CoordinatedShutdown.Get(system).AddTask(
                    CoordinatedShutdown.PhaseBeforeServiceUnbind,
                    "fail",
                    () => throw new NotSupportedException("The shutdown failed too."));
                Fail(system);
            }));

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Same(_reason, thrown);
    }

    [Fact]
    public async Task A_configuration_that_throws_fails_the_start_with_its_reason()
    {
        using var host = HostFixture.Build(_ => throw _reason);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Same(_reason, thrown);
    }

    [Fact]
    public async Task The_reason_is_logged_to_the_host()
    {
        using var log = new CapturedLog();
        using var host = HostFixture.Build(
            builder => builder.AddStartup((system, _) => Fail(system)),
            services => services.AddSingleton<ILoggerProvider>(log));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        var entry = await log.Next("");
        while (entry.Level != LogLevel.Critical)
            entry = await log.Next("");
        Assert.Same(_reason, entry.Exception);
        Assert.Equal("Akka.Hosting.AkkaHostedService", entry.Category);
    }

    [BundledOnlyFact("The exception is also printed to standard output.")]
    public async Task The_reason_is_not_printed()
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            await StartFailsWithItsReason(builder => builder.AddStartup((system, _) => Fail(system)));
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.DoesNotContain(_reason.Message, printed.ToString(), StringComparison.Ordinal);
    }

    private async Task StartFailsWithItsReason(Action<AkkaConfigurationBuilder> configure)
    {
        using var host = HostFixture.Build(configure);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());

        Assert.Same(_reason, thrown);
        Assert.True(_system!.WhenTerminated.IsCompleted);
    }

    private void Fail(ActorSystem system)
    {
        _system = system;
        throw _reason;
    }
}
