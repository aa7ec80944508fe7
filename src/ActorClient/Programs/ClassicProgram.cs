using ActorClient.Conversation;
using ActorClient.Hosting;
using ActorClient.Terminal;
using Akka.Configuration;
using Akka.Hosting;
using Akka.IO;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ActorClient.Programs;

/// <summary>One conversation with a classic or greeting listener.</summary>
internal static class ClassicProgram
{
    /// <summary>Carries it out; the result is the exit code.</summary>
    /// <param name="options">With whom, about what, for how long.</param>
    /// <param name="config">The settings of the actor system.</param>
    /// <param name="console">Where it is shown.</param>
    public static async Task<int> RunAsync(ClientOptions options, Config config, ClientConsole console)
    {
        var exit = new ProgramExit();
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services
            .AddSingleton(exit)
            .AddSingleton<IHostLifetime, SignalLifetime>()
            .AddAkka("client", akka => akka
                .AddHocon(config, HoconAddMode.Prepend)
                .WithActors((system, _) => system.ActorOf(
                    ConsoleActor.PropsFor(
                        options, console, observer => ClientActor.PropsFor(options, observer, system.Tcp()), exit),
                    "console")));

        using var host = builder.Build();
        await host.StartAsync();
        var code = await exit.Code;
        await host.StopAsync();
        return code;
    }
}
