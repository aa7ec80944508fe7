using System.Linq.Expressions;
using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Starts an actor under the user guardian.</summary>
    public IActorRef ActorOf(Props props) => Sys.ActorOf(props);

    /// <inheritdoc cref="ActorOf(Props)"/>
    /// <exception cref="InvalidActorNameException">The name is taken or not allowed.</exception>
    public IActorRef ActorOf(Props props, string? name) => Sys.ActorOf(props, name);

    /// <inheritdoc cref="ActorOf(Props)"/>
    public IActorRef ActorOf<TActor>()
        where TActor : ActorBase, new() => ActorOf(Props.Create<TActor>());

    /// <inheritdoc cref="ActorOf(Props, string)"/>
    public IActorRef ActorOf<TActor>(string? name)
        where TActor : ActorBase, new() => ActorOf(Props.Create<TActor>(), name);

    /// <inheritdoc cref="ActorOf(Props)"/>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory)
        where TActor : ActorBase => ActorOf(Props.Create(factory));

    /// <inheritdoc cref="ActorOf(Props, string)"/>
    public IActorRef ActorOf<TActor>(Expression<Func<TActor>> factory, string? name)
        where TActor : ActorBase => ActorOf(Props.Create(factory), name);

    /// <summary>The actors at a path.</summary>
    public ActorSelection ActorSelection(ActorPath actorPath) => Sys.ActorSelection(actorPath);

    /// <inheritdoc cref="ActorSelection(ActorPath)"/>
    public ActorSelection ActorSelection(string actorPath) => Sys.ActorSelection(actorPath);
}
