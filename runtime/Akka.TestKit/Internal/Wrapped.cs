using Akka.Actor;

namespace Akka.TestKit.Internal;

internal static class Wrapped
{
    /// <summary>The actor's own reference.</summary>
    /// <exception cref="ArgumentException">It stands for no actor of this process.</exception>
    public static LocalActorRef ActorOf(IActorRef reference) => reference switch
    {
        LocalActorRef local => local,
        IWrapper wrapper => wrapper.Inner,
        _ => throw new ArgumentException($"{reference} is no actor of this process: it cannot be a supervisor."),
    };
}
