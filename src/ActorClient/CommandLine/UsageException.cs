namespace ActorClient.CommandLine;

/// <summary>A command line that cannot be carried out. The message is one line, fit to be shown as it is.</summary>
internal sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }
}
