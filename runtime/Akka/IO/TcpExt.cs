using Akka.Actor;
using Akka.IO.Internal;

namespace Akka.IO;

/// <summary>TCP of one actor system: its settings and its manager, <c>/system/IO-TCP</c>.</summary>
public sealed class TcpExt : IOExtension
{
    /// <param name="system">The actor system; its configuration is read from <c>akka.io.tcp</c>.</param>
    public TcpExt(ExtendedActorSystem system)
    {
        Settings = TcpSettings.Create(system);
        Manager = system.SystemActorOf(TcpManagerActor.PropsFor(Settings), "IO-TCP");
    }

    /// <inheritdoc/>
    public override IActorRef Manager { get; }

    /// <summary>What the configuration says.</summary>
    public TcpSettings Settings { get; }
}
