using Akka.IO;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What a session is to be told, as far as it was not yet.</summary>
internal sealed class Letter
{
    public ByteString Lines { get; set; } = ByteString.Empty;

    /// <summary>Whether that ends the answer to its lines.</summary>
    public bool IsAnswer { get; set; }

    /// <summary>Whether the session ends with that.</summary>
    public bool IsLast { get; set; }

    public bool IsEmpty => Lines.IsEmpty && !IsAnswer && !IsLast;

    /// <summary>Leaves the letter empty.</summary>
    /// <param name="isOwed">Whether the session waits for more.</param>
    public OrderingProtocol.Deliver Take(bool isOwed)
    {
        var delivery = new OrderingProtocol.Deliver(Lines, IsAnswer, IsLast, isOwed);
        (Lines, IsAnswer, IsLast) = (ByteString.Empty, false, false);
        return delivery;
    }
}
