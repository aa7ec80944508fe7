using System.Net;
using Akka.Event;

namespace ActorArbiter.Transports;

/// <summary>What happens to a listening socket, as its owner is told by <see cref="IListenerSocket.Read"/>.</summary>
internal static class ListenerProtocol
{
    /// <summary>It listens.</summary>
    /// <param name="Address">Where.</param>
    /// <param name="WhyRead">Why the kernel does not say when messages come, though it was to; <see langword="null"/> if it does.</param>
    public sealed record Bound(IPEndPoint Address, string? WhyRead);

    /// <summary>It cannot listen.</summary>
    public sealed record BindFailed(Exception? Cause);

    /// <summary>There are clients: <see cref="IListenerSocket.TryAccept"/>, until there is none.</summary>
    public sealed class Acceptable
    {
        public static readonly Acceptable Instance = new();
    }

    /// <summary>Its port is free.</summary>
    public sealed class Closed : IDeadLetterSuppression
    {
        public static readonly Closed Instance = new();
    }
}
