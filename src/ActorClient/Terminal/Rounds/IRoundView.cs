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
    /// <param name="failure">Why.</param>
    void Fail(RoundFailure failure);

    /// <summary>It is over, and there is nothing to say: the round is left.</summary>
    void Leave();
}
