using System.CommandLine;

namespace ActorClient.CommandLine;

/// <summary><c>result</c>: asks for the verdict of a decided round.</summary>
internal static class ResultCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "result";

    /// <summary>The command.</summary>
    /// <param name="shared">The options of every command.</param>
    /// <param name="run">Carries out what it asks for; the result is the exit code.</param>
    public static Command Create(SharedOptions shared, RequestRunner run)
    {
        var round = RoundNameArgument.Create();
        var json = JsonOption.Create();
        var command = new Command(Name, "Print the verdict of a decided round.") { round, json };
        command.SetAction((parsed, _) =>
        {
            var settings = shared.Load(parsed, ClientSettings.Timeout);
            return run(
                new ClientRequest.Result(
                    ClientSettings.ReadConnection(settings),
                    RoundNameArgument.Read(parsed, round, "arbiter-client result final"),
                    parsed.GetValue(json)),
                settings.Config);
        });
        return command;
    }
}
