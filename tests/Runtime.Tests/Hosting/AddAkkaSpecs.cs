using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Runtime.Tests.Hosting;

public sealed class AddAkkaSpecs
{
    [Fact]
    public async Task The_host_starts_the_system_and_its_actors()
    {
        using var host = HostFixture.Build(builder => builder.WithActors((system, registry) =>
            registry.Register<EchoActor>(system.ActorOf(Props.Create<EchoActor>(), "echo"))));

        await host.StartAsync();

        var echo = host.Registry().Get<EchoActor>();
        Assert.Equal("akka://spec/user/echo", echo.Path.ToString());
        Assert.Equal("hello", await echo.Ask<string>("hello", HostFixture.Patience));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_services_hold_the_system_and_its_registry()
    {
        using var host = new HostBuilder()
            .ConfigureServices(services => services.AddAkka("named", builder => builder
                .AddHocon("""akka { loggers = [], stdout-loglevel = "OFF" }""", HoconAddMode.Append)))
            .Build();
        await host.StartAsync();

        var system = host.Services.GetRequiredService<ActorSystem>();

        Assert.Equal("named", system.Name);
        var registry = ActorRegistry.For(system);
        Assert.Same(registry, host.Services.GetRequiredService<ActorRegistry>());
        Assert.Same(registry, host.Services.GetRequiredService<IActorRegistry>());
        Assert.Same(registry, host.Services.GetRequiredService<IReadOnlyActorRegistry>());
        await host.StopAsync();
    }

    [Fact]
    public async Task The_configuration_can_use_the_services()
    {
        using var host = HostFixture.Build(
            (builder, services) => builder.AddHocon(
                $"spec.greeting = {services.GetRequiredService<Greeting>().Text}", HoconAddMode.Prepend),
            services => services.AddSingleton(new Greeting("hello")));
        await host.StartAsync();

        Assert.Equal("hello", host.System().Settings.Config.GetString("spec.greeting"));
        await host.StopAsync();
    }

    [Fact]
    public async Task Startup_tasks_run_after_the_actors_each_kind_in_the_order_added()
    {
        var steps = new List<string>();
        using var host = HostFixture.Build(builder => builder
            .AddStartup((_, _) => steps.Add("first task"))
            .WithActors((_, _) => steps.Add("first actors"))
            .AddStartup(async (_, _) =>
            {
                await Task.Yield();
                steps.Add("second task");
            })
            .WithActors(async (_, _) =>
            {
                await Task.Yield();
                steps.Add("second actors");
            })
            .AddStartup((_, _) => steps.Add("third task"))
            .WithActors((_, _, _) => steps.Add("third actors"))
            .WithActors(async (_, _, _) =>
            {
                await Task.Yield();
                steps.Add("fourth actors");
            }));

        await host.StartAsync();

        Assert.Equal(
            [
                "first actors", "second actors", "third actors", "fourth actors",
                "first task", "second task", "third task",
            ],
            steps);
        await host.StopAsync();
    }

    [Fact]
    public async Task Of_two_systems_the_one_added_last_is_started()
    {
        var started = new List<string>();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        foreach (var name in (string[])["first", "second"])
            builder.Services.AddAkka(name, akka => akka
                .AddHocon("""akka { loggers = [], stdout-loglevel = "OFF" }""", HoconAddMode.Append)
                .AddStartup((system, _) => started.Add(system.Name)));
        using var host = builder.Build();

        await host.StartAsync();

        Assert.Equal(["second"], started);
        Assert.Equal("second", host.System().Name);
        await host.StopAsync();
    }

    private sealed record Greeting(string Text);
}
