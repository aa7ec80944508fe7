namespace ActorArbiter.Ordering;

/// <summary>
/// When the last byte of a message reached this host, in nanoseconds on a clock that is the same for all arrivals of a
/// round. Only the order of two stamps has a meaning.
/// </summary>
internal readonly record struct ReceiveStamp(long Nanoseconds) : IComparable<ReceiveStamp>
{
    public int CompareTo(ReceiveStamp other) => Nanoseconds.CompareTo(other.Nanoseconds);
}
