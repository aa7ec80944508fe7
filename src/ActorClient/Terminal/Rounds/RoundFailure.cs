namespace ActorClient.Terminal.Rounds;

/// <summary>Why there is no verdict.</summary>
/// <param name="Code">For programs: <c>timed-out</c>, or the code of the server's error.</param>
/// <param name="Sentence">What is wrong, without the code.</param>
internal sealed record RoundFailure(string Code, string Sentence)
{
    /// <summary>The line that a person reads.</summary>
    public string Line { get; private init; } = Sentence;

    /// <summary>What <paramref name="failure"/> tells.</summary>
    public static RoundFailure Of(ArbiterException failure) => failure switch
    {
        RefusedException { Error: var error } => new(error.Code, error.Sentence) { Line = error.ToString() },
        CannotConnectException => new("cannot-connect", failure.Message),
        TimedOutException => new("timed-out", failure.Message),
        ConnectionLostException => new("connection-lost", failure.Message),
        _ => new("failed", failure.Message),
    };
}
