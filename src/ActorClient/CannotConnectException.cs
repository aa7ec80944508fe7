namespace ActorClient;

/// <summary>There was no connection to be had: the name does not resolve, or nothing listened for the connect wait.</summary>
public sealed class CannotConnectException : ArbiterException
{
    internal CannotConnectException(string server, string reason)
        : base($"cannot connect to {server}: {reason}")
    {
    }
}
