using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;

namespace Runtime.Tests.Hosting;

public sealed class RequiredActorSpecs
{
    [Fact]
    public async Task A_service_talks_to_the_actor_it_requires()
    {
        using var host = HostFixture.Build(
            builder => builder.WithActors(RegisterEcho), services => services.AddSingleton<Caller>());
        await host.StartAsync();

        var caller = host.Services.GetRequiredService<Caller>();

        Assert.Equal("hello", await caller.Echo.ActorRef.Ask<string>("hello", HostFixture.Patience));
        Assert.Same(host.Registry().Get<EchoActor>(), await caller.Echo.GetAsync());
        await host.StopAsync();
    }

    [Fact]
    public void Before_the_start_the_actor_is_missing()
    {
        using var host = HostFixture.Build(builder => builder.WithActors(RegisterEcho));
        var required = host.Services.GetRequiredService<IRequiredActor<EchoActor>>();

        Assert.Throws<MissingActorRegistryEntryException>(() => required.ActorRef);
    }

    [Fact]
    public async Task Before_the_start_the_actor_can_be_awaited()
    {
        using var host = HostFixture.Build(builder => builder.WithActors(RegisterEcho));
        var awaited = host.Services.GetRequiredService<IRequiredActor<EchoActor>>().GetAsync();
        Assert.False(awaited.IsCompleted);

        await host.StartAsync();

        Assert.Same(host.Registry().Get<EchoActor>(), await awaited.WaitAsync(HostFixture.Patience));
        await host.StopAsync();
    }

    [BundledOnlyFact("after one request in vain every further one is answered with Nobody, at once and for good")]
    public async Task A_request_in_vain_does_not_spoil_the_next()
    {
        using var host = HostFixture.Build(builder => builder.WithActors(RegisterEcho));
        var required = host.Services.GetRequiredService<IRequiredActor<EchoActor>>();
        Assert.Throws<MissingActorRegistryEntryException>(() => required.ActorRef);
        Assert.Throws<MissingActorRegistryEntryException>(() => required.ActorRef);

        await host.StartAsync();

        Assert.Same(host.Registry().Get<EchoActor>(), required.ActorRef);
        await host.StopAsync();
    }

    [Fact]
    public async Task An_actor_nobody_registers_is_an_error_that_names_it()
    {
        using var host = HostFixture.Build(_ => { });
        await host.StartAsync();
        var required = host.Services.GetRequiredService<IRequiredActor<EchoActor>>();

        var error = Assert.Throws<MissingActorRegistryEntryException>(() => required.ActorRef);

        Assert.Contains(typeof(EchoActor).ToString(), error.Message, StringComparison.Ordinal);
        await host.StopAsync();
    }

    private static void RegisterEcho(ActorSystem system, IActorRegistry registry) =>
        registry.Register<EchoActor>(system.ActorOf(Props.Create<EchoActor>()));

    private sealed class Caller
    {
        public Caller(IRequiredActor<EchoActor> echo) => Echo = echo;

        public IRequiredActor<EchoActor> Echo { get; }
    }
}
