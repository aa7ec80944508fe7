namespace ActorArbiter.Protocol;

/// <summary>A message as it was read: with the id it names, or with none.</summary>
/// <param name="Id">Who it says it is from, or <see langword="null"/> when the server is to give a letter.</param>
/// <param name="Text">What is said: 1 to 256 UTF-8 bytes without control characters.</param>
public readonly record struct ParsedMessage(ContenderId? Id, string Text);
