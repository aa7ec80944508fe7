namespace Akka.Actor;

/// <summary>An asynchronous handler that is under way, and what it is to find after each await.</summary>
internal sealed record AwaitedTask(Task Task, object? Message, IActorRef? Sender);
