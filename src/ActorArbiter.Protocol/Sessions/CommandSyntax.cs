namespace ActorArbiter.Protocol.Sessions;

/// <summary>The first words of the commands, and how each command is written.</summary>
internal static class CommandSyntax
{
    public const string JoinWord = "JOIN";
    public const string ClientWord = "Client";
    public const string SendWord = "SEND";
    public const string LeaveWord = "LEAVE";
    public const string WatchWord = "WATCH";
    public const string ResultWord = "RESULT";
    public const string PingWord = "PING";
    public const string HelpWord = "HELP";
    public const string QuitWord = "QUIT";

    public const string Join = JoinWord
        + " <round> <id> [of=<n>] [window=<duration>] [deadline=<duration>] [start=ready] [key=<key>] [brief=yes]";

    public const string Message = ClientWord + " <id>: <text>";
    public const string Send = SendWord + " <text>";
    public const string Watch = WatchWord + " <round>";
    public const string Result = ResultWord + " <round>";
    public const string Ping = PingWord + " [text]";
}
