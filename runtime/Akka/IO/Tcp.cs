using Akka.Actor;

namespace Akka.IO;

/// <summary>
/// TCP for actors. Servers send <see cref="Bind"/> and clients send <see cref="Connect"/> to the manager
/// (<see cref="Manager"/>); from then on each connection is an actor of its own, which is sent commands
/// (<see cref="Register"/>, <see cref="Write"/>, <see cref="Close"/> ...) and tells its handler events
/// (<see cref="Received"/>, <see cref="ConnectionClosed"/> ...).
/// </summary>
/// <remarks>
/// <para>A new connection tells <see cref="Connected"/> to the handler of the bind, or to the sender of the connect. Whoever
/// that is answers <see cref="Register"/> in time (<c>akka.io.tcp.register-timeout</c>), else the connection is reset.
/// No byte is read before that.</para>
/// <para>A connection's events reach its handler in the order in which they happened, and nothing follows the
/// event that says that the connection is closed.</para>
/// </remarks>
public partial class Tcp : ExtensionIdProvider<TcpExt>
{
    /// <summary>The id of the extension.</summary>
    public static readonly Tcp Instance = new();

    /// <summary>Stops a connection that fails; a socket's state cannot be restored by a restart.</summary>
    public static readonly SupervisorStrategy ConnectionSupervisorStrategy =
        new OneForOneStrategy(_ => Directive.Stop);

    /// <summary>The actor that takes <see cref="Bind"/> and <see cref="Connect"/>.</summary>
    public static IActorRef Manager(ActorSystem system) => Instance.Apply(system).Manager;

    /// <inheritdoc/>
    public override TcpExt CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>What actors and TCP connections say to each other.</summary>
    public class Message : INoSerializationVerificationNeeded;

    /// <summary>A message to the TCP manager, a listener or a connection.</summary>
    public abstract class Command : Message
    {
        /// <summary>The answer that says that this command failed, without a cause.</summary>
        public CommandFailed FailureMessage => new(this);
    }

    /// <summary>A message from the TCP manager, a listener or a connection. Acknowledgments of writes derive from it.</summary>
    public class Event : Message;
}
