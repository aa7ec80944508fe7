namespace ActorArbiter.Protocol.Sessions;

/// <summary>The answer to HELP: how each command is written, and what it does.</summary>
public static class SessionHelp
{
    /// <summary>The lines, one per command.</summary>
    public static IReadOnlyList<SessionReply.Help> Lines { get; } =
    [
        new($"{CommandSyntax.Join} - take a seat; the first JOIN opens the round"),
        new($"{CommandSyntax.Message} - your message, one a round"),
        new($"{CommandSyntax.Send} - the same, without your id"),
        new($"{CommandSyntax.LeaveWord} - give your seat up"),
        new($"{CommandSyntax.Watch} - be told what happens in a round"),
        new($"{CommandSyntax.Result} - the verdict of a decided round"),
        new($"{CommandSyntax.Ping} - is answered with PONG"),
        new($"{CommandSyntax.HelpWord} - these lines"),
        new($"{CommandSyntax.QuitWord} - end the session"),
    ];
}
