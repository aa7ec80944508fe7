using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Journal.Records;

/// <summary>A recorded verdict.</summary>
/// <param name="Number">From 1, each one more than the one before.</param>
/// <param name="Round">The round's name; none where rounds have no names.</param>
/// <param name="Contenders">How many arrived.</param>
/// <param name="Winner">Who was first.</param>
/// <param name="Details">Everything else; none when it was pruned.</param>
/// <param name="Hash">The SHA-256 of it all and of the hash before: 64 lower-case hexadecimal digits.</param>
internal sealed record JournalRecord(
    long Number, RoundName? Round, int Contenders, ClientMessage Winner, RecordDetails? Details, string Hash);
