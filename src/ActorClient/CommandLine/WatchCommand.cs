using System.CommandLine;

namespace ActorClient.CommandLine;

/// <summary><c>watch</c>: tells what happens in a round until it ends.</summary>
internal static class WatchCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "watch";

    /// <summary>The command.</summary>
    /// <param name="shared">The options of every command.</param>
    /// <param name="run">Carries out what it asks for; the result is the exit code.</param>
    public static Command Create(SharedOptions shared, RequestRunner run)
    {
        var round = RoundNameArgument.Create();
        var json = JsonOption.Create();
        var command = new Command(Name, "Tell what happens in a round, without a seat, until it is decided.") { round, json };
        command.SetAction((parsed, _) =>
        {
            var settings = shared.Load(parsed, ClientSettings.WatchTimeout);
            return run(
                new ClientRequest.Watch(
                    ClientSettings.ReadConnection(settings, ClientSettings.WatchTimeout),
                    RoundNameArgument.Read(parsed, round, "arbiter-client watch final"),
                    parsed.GetValue(json)),
                settings.Config);
        });
        return command;
    }
}
