namespace ActorClient.Terminal.Rounds;

/// <summary>Shows how it goes in a named round. Thread-safe.</summary>
internal interface IRoundView
{
    /// <summary>Something happened.</summary>
    void Show(RoundEvent happened);

    /// <summary>Enter sends <paramref name="text"/> from now on.</summary>
    void AskForEnter(string text);

    /// <summary>Enter was pressed.</summary>
    void EnterPressed();

    /// <summary>It is over without a verdict.</summary>
    /// <param name="code">Why, for programs: <c>timed-out</c>, or what the server said.</param>
    /// <param name="sentence">Why, for people, in one line.</param>
    void Fail(string code, string sentence);

    /// <summary>It is over, and there is nothing to say: the round is left.</summary>
    void Leave();
}
