namespace ActorArbiter.Protocol.Sessions;

/// <summary>The first words of the server's lines.</summary>
internal static class ReplyWords
{
    public const string Joined = "JOINED";
    public const string Seated = "SEATED";
    public const string Ready = "READY";
    public const string Received = "RECEIVED";
    public const string Place = "PLACE";
    public const string Verdict = "VERDICT";
    public const string Expired = "EXPIRED";
    public const string Left = "LEFT";
    public const string Pong = "PONG";
    public const string Help = "HELP";
    public const string Bye = "BYE";
}
