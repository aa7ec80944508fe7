using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>Questions about references.</summary>
public static class ActorRefExtensions
{
    /// <summary>True for null and for <see cref="ActorRefs.Nobody"/>.</summary>
    /// <param name="actorRef">The reference.</param>
    public static bool IsNobody([NotNullWhen(false)] this IActorRef? actorRef) => actorRef is null or Nobody;

    /// <summary>The reference itself, or another one if it is nobody's.</summary>
    /// <param name="actorRef">The reference.</param>
    /// <param name="elseValue">Gives the other one.</param>
    public static IActorRef GetOrElse(this IActorRef? actorRef, Func<IActorRef> elseValue) =>
        actorRef.IsNobody() ? elseValue() : actorRef;
}
