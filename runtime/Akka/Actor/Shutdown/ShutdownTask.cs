namespace Akka.Actor;

/// <summary>A task of a phase.</summary>
internal sealed record ShutdownTask(string Name, Func<Task<Done>> Start);
