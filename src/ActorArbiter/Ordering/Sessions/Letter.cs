using Akka.IO;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What a session is to be told, as far as it was not yet.</summary>
internal sealed class Letter
{
    /// <summary>The answer to lines that are answered with nothing, as those of a brief contender mostly are.</summary>
    private static readonly OrderingProtocol.Deliver Nothing = new(ByteString.Empty, IsAnswer: true, IsLast: false);

    private static readonly OrderingProtocol.Deliver NothingYet = Nothing with { IsOwed = true };

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
        var delivery = Lines.IsEmpty && !IsLast
            ? isOwed ? NothingYet : Nothing
            : new OrderingProtocol.Deliver(Lines, IsAnswer, IsLast, isOwed);
        (Lines, IsAnswer, IsLast) = (ByteString.Empty, false, false);
        return delivery;
    }
}
