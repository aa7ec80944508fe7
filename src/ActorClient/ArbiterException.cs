namespace ActorClient;

/// <summary>
/// The server could not be reached, or did not do what was asked. The message is one line that a person may be shown.
/// </summary>
public abstract class ArbiterException : Exception
{
    private protected ArbiterException(string message)
        : base(message)
    {
    }
}
