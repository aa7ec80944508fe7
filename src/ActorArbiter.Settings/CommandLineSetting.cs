namespace ActorArbiter.Settings;

/// <summary>A setting given on the command line.</summary>
/// <param name="Path">The setting, <c>client.port</c>.</param>
/// <param name="Option">The option it was given with, for error messages: <c>--port</c>.</param>
/// <param name="Value">The value as typed.</param>
public sealed record CommandLineSetting(string Path, string Option, string Value);
