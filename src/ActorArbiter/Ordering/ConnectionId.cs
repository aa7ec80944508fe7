namespace ActorArbiter.Ordering;

/// <summary>The number of a connection, counted from 1 since the server started.</summary>
internal readonly record struct ConnectionId(long Value)
{
    public override string ToString() => $"#{Value}";
}
