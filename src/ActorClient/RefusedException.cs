using ActorArbiter.Protocol;

namespace ActorClient;

/// <summary>The server answered with an error.</summary>
public sealed class RefusedException : ArbiterException
{
    internal RefusedException(ErrorReply error)
        : base(error.ToString()) => Error = error;

    /// <summary>What the server said; <see cref="ErrorReply.Code"/> is one of <see cref="ErrorCodes"/>.</summary>
    public ErrorReply Error { get; }
}
