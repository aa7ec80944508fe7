namespace ActorClient.Rounds;

/// <summary>Who is told by a <see cref="RoundActor"/> how it goes. Called in the actor's thread; must not block or throw.</summary>
internal interface IRoundObserver
{
    /// <summary>Something happened; nothing follows <see cref="RoundEvent.Decided"/> and <see cref="RoundEvent.Expired"/>.</summary>
    void Happened(RoundEvent happened);

    /// <summary>There will be no outcome.</summary>
    /// <param name="reason">Why: an <see cref="ArbiterException"/>, or a defect.</param>
    void Failed(Exception reason);

    /// <summary>The connection is closed and the actor gone. The last call; may come without an outcome: the round was left.</summary>
    void Stopped();
}
