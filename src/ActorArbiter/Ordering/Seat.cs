using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>A place in a greeting round.</summary>
/// <param name="Number">Counted from 0; it gives the letter.</param>
/// <param name="Connection">Who has it.</param>
internal sealed record Seat(int Number, ConnectionId Connection)
{
    public ContenderId Letter => ContenderLetters.At(Number);
}
