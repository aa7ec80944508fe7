using ActorClient.CommandLine;
using ActorClient.Conversation;
using ActorClient.Hosting;
using ActorClient.Terminal;
using Akka.Configuration;
using Akka.Hosting;
using Akka.IO;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var console = ClientConsole.OfProcess();
return await new ClientCommand(console, RunAsync).InvokeAsync(args);

async Task<int> RunAsync(ClientOptions options, Config config)
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
