using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>A reference of the test kit that stands for an actor's own.</summary>
internal interface IWrapper
{
    LocalActorRef Inner { get; }
}
