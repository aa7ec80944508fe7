namespace ActorArbiter.Protocol;

/// <summary>What a contender sends once a round.</summary>
/// <param name="Id">Who sends it.</param>
/// <param name="Text">What is said: 1 to 256 UTF-8 bytes without control characters.</param>
public readonly record struct ClientMessage(ContenderId Id, string Text)
{
    /// <summary>The message as a client sends it, without a line end: <c>Client X: Alice</c>.</summary>
    public override string ToString() => $"Client {Id}: {Text}";
}
