using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Runtime.Tests.Hosting;

public sealed class HostLifetimeSpecs
{
    [Fact]
    public async Task Stopping_the_host_shuts_the_system_down_and_waits_for_it()
    {
        using var host = HostFixture.Build(_ => { });
        await host.StartAsync();
        var system = host.System();

        await host.StopAsync();

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
        Assert.IsType<CoordinatedShutdown.ClrExitReason>(CoordinatedShutdown.Get(system).ShutdownReason);
    }

    [Fact]
    public async Task Stopping_the_host_runs_the_tasks_of_the_coordinated_shutdown()
    {
        var ran = false;
        using var host = HostFixture.Build(builder => builder.AddStartup((system, _) =>
            CoordinatedShutdown.Get(system).AddTask(
                CoordinatedShutdown.PhaseBeforeServiceUnbind,
                "note",
                () =>
                {
                    ran = true;
                    return Task.FromResult(Akka.Done.Instance);
                })));
        await host.StartAsync();

        await host.StopAsync();

        Assert.True(ran);
    }

    [Fact]
    public async Task A_system_that_terminates_stops_the_host()
    {
        using var host = HostFixture.Build(_ => { });
        var stopping = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        await host.StartAsync();
        Assert.False(stopping.Task.IsCompleted);

        await host.System().Terminate();

        await stopping.Task.WaitAsync(HostFixture.Patience);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_program_ends_when_its_system_terminates()
    {
        using var host = HostFixture.Build(builder => builder.AddStartup((system, _) => system.Terminate()));

        await host.RunAsync().WaitAsync(HostFixture.Patience);
    }

    [Fact]
    public async Task Disposing_of_a_running_host_terminates_the_system()
    {
        var host = HostFixture.Build(_ => { });
        await host.StartAsync();
        var system = host.System();

        host.Dispose();

        await system.WhenTerminated.WaitAsync(HostFixture.Patience);
    }
}
