using ActorArbiter.Ordering;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Transports;

/// <summary>What tests tell the owners of their sockets, and are told by them beside what happens.</summary>
internal static class OwnerProtocol
{
    /// <summary>Calls the socket in the owner's turn. To a <see cref="SocketOwner"/>, answered with <see cref="Done"/>.</summary>
    public sealed record Call(Func<IClientSocket, object?> Use);

    /// <summary>Calls the listener in the owner's turn. To a <see cref="ListenerOwner"/>, answered with <see cref="Done"/>.</summary>
    public sealed record CallListener(Func<IListenerSocket, object?> Use);

    /// <summary>Accepts a client. To a <see cref="ListenerOwner"/>, answered with <see cref="Done"/> and its owner, or nothing.</summary>
    /// <param name="Test">Whom the owner tells what happens.</param>
    public sealed record Accept(IActorRef Test);

    /// <summary>What a call returned.</summary>
    public sealed record Done(object? Result);

    /// <summary>Bytes were received.</summary>
    public sealed record Received(byte[] Bytes, ReceiveStamp Stamp);
}
