using Akka.Actor;

namespace Akka.IO;

/// <summary>Short ways to the TCP manager.</summary>
public static class TcpExtensions
{
    /// <summary>The actor that takes <see cref="IO.Tcp.Bind"/> and <see cref="IO.Tcp.Connect"/>.</summary>
    public static IActorRef Tcp(this ActorSystem system) => IO.Tcp.Manager(system);
}
