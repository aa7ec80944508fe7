using Akka.Actor;

namespace ActorClient.Connecting;

/// <summary>What a <see cref="ConnectorActor"/> tells its parent.</summary>
internal static class ConnectorProtocol
{
    /// <summary>Nothing listens at the server's address yet; the connector tries again. Told at most once.</summary>
    public sealed record ServerAwaited;

    /// <summary>There is a connection, which waits for <c>Tcp.Register</c>. The connector's last message.</summary>
    /// <param name="Connection">The connection's actor.</param>
    public sealed record Connected(IActorRef Connection);

    /// <summary>There will be none. The connector's last message.</summary>
    /// <param name="Reason">Why, as the end of a sentence.</param>
    public sealed record GaveUp(string Reason);
}
