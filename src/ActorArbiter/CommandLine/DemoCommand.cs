using System.CommandLine;
using System.Net;
using ActorArbiter.Hosting;
using ActorArbiter.Protocol;
using ActorArbiter.Server;
using ActorArbiter.Settings;
using ActorClient.Conversation;
using ActorClient.Hosting;
using ActorClient.Terminal;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.CommandLine;

/// <summary>Plays one round over TCP, a server and two clients in one process, and shows what each of them printed.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var journal = new Option<string>("--journal")
        {
            HelpName = "FILE|off",
            Description = "Record the verdict in FILE before anyone is told. [default: off]",
        };
        var command = new Command("demo", "Play one round, a server and two clients, and show what each of them prints.")
        {
            journal,
        };
        command.SetAction((parsed, _) =>
        {
            // As in a server, what Akka prints itself is not for stdout.
            var output = Console.Out;
            Console.SetOut(Console.Error);
            return RunAsync(output, Console.Error, parsed.GetValue(journal) ?? "off");
        });
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, TextWriter error, string journal)
    {
        var transcript = new StringWriter();
        var settings = SettingsLoader.Load(
            ArbiterSettings.Schema,
            configFile: null,
            environment: new Dictionary<string, string>(),
            [
                new CommandLineSetting("arbiter.port", "demo", "0"),
                new CommandLineSetting("arbiter.rounds", "demo", "1"),
                new CommandLineSetting(ArbiterSettings.JournalPath, "--journal", journal),
            ]);
        ArbiterOptions options;
        try
        {
            options = ArbiterSettings.Read(settings);
        }
        catch (SettingsException e)
        {
            await error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCodes.WrongUsage;
        }

        string[] replies;
        (string Title, string Text)[] transcripts;
        await using (var server = await ArbiterHost.StartAsync(options, settings.Config, transcript).ConfigureAwait(false))
        {
            var (addresses, outcome) = await server.BoundAsync().ConfigureAwait(false);
            if (addresses is null)
            {
                await error.WriteLineAsync(outcome?.Failure).ConfigureAwait(false);
                return ExitCodes.Failed;
            }

            var x = PlayAsync(server.System, addresses.Bound[0], "X", "Alice");
            var y = PlayAsync(server.System, addresses.Bound[0], "Y", "Bob");
            replies = [await x.ConfigureAwait(false), await y.ConfigureAwait(false)];
            server.Stop();
            outcome = await server.EndedAsync().ConfigureAwait(false);
            if (outcome.Failure is not null)
                await error.WriteLineAsync(outcome.Failure).ConfigureAwait(false);
            transcripts = [("Server", transcript.ToString()), ("Client X", replies[0]), ("Client Y", replies[1])];
        }

        await output.WriteAsync(Columns.Of(transcripts)).ConfigureAwait(false);
        var lastLines = replies.Select(reply => reply.TrimEnd().Split('\n')[^1]).Distinct().ToArray();
        if (lastLines is [var verdict] && verdict.Contains(" received before ", StringComparison.Ordinal))
            return ExitCodes.Done;
        await error.WriteLineAsync("the clients were not told the same verdict").ConfigureAwait(false);
        return ExitCodes.Failed;
    }

    /// <summary>Plays one client; the result is all that it printed.</summary>
    private static async Task<string> PlayAsync(ActorSystem system, IPEndPoint server, string id, string text)
    {
        var printed = new StringWriter { NewLine = "\n" };
        var exit = new ProgramExit();
        var options = new ClientOptions
        {
            Message = new ClientMessage(ContenderId.Parse(id), text),
            Host = server.Address.ToString(),
            Port = server.Port,
            Timeout = Patience,
            ConnectWait = Patience,
            RetryMin = TimeSpan.FromMilliseconds(100),
            RetryMax = TimeSpan.FromSeconds(1),
        };
        var console = new ClientConsole(TextReader.Null, printed, printed, CanAsk: false, IsWatched: false);
        system.ActorOf(
            ConsoleActor.PropsFor(
                options, console, observer => ClientActor.PropsFor(options, observer, system.Tcp()), exit),
            $"client-{id}");
        await exit.Code.ConfigureAwait(false);
        return printed.ToString();
    }
}
