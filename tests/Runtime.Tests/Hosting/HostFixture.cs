using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Runtime.Tests.Hosting;

/// <summary>Hosts with one actor system that writes nothing to the console.</summary>
internal static class HostFixture
{
    /// <summary>How long a spec waits for what must happen.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string Quiet = """akka { loggers = [], stdout-loglevel = "OFF" }""";

    public static IHost Build(
        Action<AkkaConfigurationBuilder> configure, Action<IServiceCollection>? addServices = null) =>
        Build((builder, _) => configure(builder), addServices);

    public static IHost Build(
        Action<AkkaConfigurationBuilder, IServiceProvider> configure, Action<IServiceCollection>? addServices = null)
    {
        var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        addServices?.Invoke(host.Services);
        host.Services.AddAkka("spec", (builder, services) =>
        {
            builder.AddHocon(Quiet, HoconAddMode.Append);
            configure(builder, services);
        });
        return host.Build();
    }

    public static ActorSystem System(this IHost host) => host.Services.GetRequiredService<ActorSystem>();

    public static IActorRegistry Registry(this IHost host) => host.Services.GetRequiredService<IActorRegistry>();
}
