namespace Akka.Actor;

/// <summary>One phase of a shutdown.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="DependsOn">The phases that must be over before it.</param>
/// <param name="Timeout">How long its tasks may take together.</param>
/// <param name="Recover">Whether the shutdown goes on if it fails or times out.</param>
internal sealed record Phase(string Name, IReadOnlyList<string> DependsOn, TimeSpan Timeout, bool Recover);
