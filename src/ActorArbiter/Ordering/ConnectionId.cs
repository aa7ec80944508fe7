namespace ActorArbiter.Ordering;

/// <summary>A connection of this run of the server.</summary>
/// <param name="Listener">The number of its listener, counted from 1.</param>
/// <param name="Number">Its number at that listener, counted from 1.</param>
internal readonly record struct ConnectionId(int Listener, long Number)
{
    public override string ToString() => $"{Listener}.{Number}";
}
