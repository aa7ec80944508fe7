namespace ActorClient;

/// <summary>The connection ended, and a new one would be no better: at the other end is no arbiter that knows rounds.</summary>
public sealed class ConnectionLostException : ArbiterException
{
    internal ConnectionLostException(string server, string reason)
        : base($"connection to {server} lost: {reason}")
    {
    }
}
