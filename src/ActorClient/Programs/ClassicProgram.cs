using ActorClient.Conversation;
using ActorClient.Hosting;
using ActorClient.Terminal;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

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
        using var signals = new StopSignals();
        await using var stopping = signals.Stop.Register(() => exit.TrySet(signals.ExitCode));

        // A host would take as long to start as all the rest.
        var system = ActorSystem.Create("client", config);
        system.ActorOf(
            ConsoleActor.PropsFor(
                options, console, observer => ClientActor.PropsFor(options, observer, system.Tcp()), exit),
            "console");
        var code = await exit.Code;
        await system.Terminate();
        return code;
    }
}
