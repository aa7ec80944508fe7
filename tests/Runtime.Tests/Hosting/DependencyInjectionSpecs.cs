using Akka.Actor;
using Akka.DependencyInjection;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Runtime.Tests.Hosting;

public sealed class DependencyInjectionSpecs
{
    [Fact]
    public async Task An_actor_gets_services_and_arguments()
    {
        using var host = BuildGreeting((system, registry, resolver) =>
            registry.Register<GreetingActor>(system.ActorOf(resolver.Props<GreetingActor>("Alice"))));
        await host.StartAsync();

        Assert.Equal("Hello, Alice", await Greet(host));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_restarted_actor_gets_them_again()
    {
        var type = typeof(GreetingActor);
        using var host = BuildGreeting((system, registry, resolver) =>
            registry.Register<GreetingActor>(system.ActorOf(resolver.Props(type, "Bob"))));
        await host.StartAsync();

        host.Registry().Get<GreetingActor>().Tell(new InvalidOperationException("restart"));

        Assert.Equal("Hello, Bob", await Greet(host));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_resolver_is_an_extension_of_the_system()
    {
        using var host = BuildGreeting((system, registry, _) =>
            registry.Register<GreetingActor>(
                system.ActorOf(DependencyResolver.For(system).Props<GreetingActor>("Carol"))));
        await host.StartAsync();

        Assert.Equal("Hello, Carol", await Greet(host));
        await host.StopAsync();
    }

    [Fact]
    public async Task The_resolver_gives_services()
    {
        using var host = BuildGreeting((_, _, _) => { });
        await host.StartAsync();
        var resolver = DependencyResolver.For(host.System()).Resolver;

        var registered = typeof(Salutation);
        var unknown = typeof(GreetingActor);

        Assert.Equal("Hello", resolver.GetService<Salutation>()!.Text);
        Assert.Same(resolver.GetService<Salutation>(), resolver.GetService(registered));
        Assert.Null(resolver.GetService(unknown));
        await host.StopAsync();
    }

    [Fact]
    public async Task A_type_that_is_no_actor_is_refused()
    {
        using var host = BuildGreeting((_, _, _) => { });
        await host.StartAsync();

        Assert.Throws<ArgumentException>(
            () => DependencyResolver.For(host.System()).Resolver.Props(typeof(Salutation), "Dave"));
        await host.StopAsync();
    }

    private static IHost BuildGreeting(Action<ActorSystem, IActorRegistry, IDependencyResolver> start) =>
        HostFixture.Build(
            builder => builder.WithActors(start),
            services => services.AddSingleton(new Salutation("Hello")));

    private static Task<string> Greet(IHost host) =>
        host.Registry().Get<GreetingActor>().Ask<string>("greet", HostFixture.Patience);

    private sealed record Salutation(string Text);

    private sealed class GreetingActor : ReceiveActor
    {
        public GreetingActor(Salutation salutation, string name)
        {
            Receive<Exception>(exception => throw exception);
            Receive<string>(_ => Sender.Tell($"{salutation.Text}, {name}"));
        }
    }
}
