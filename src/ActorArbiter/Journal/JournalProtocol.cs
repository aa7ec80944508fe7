using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol.Sessions;
using Akka.Event;

namespace ActorArbiter.Journal;

/// <summary>What <see cref="JournalActor"/> is told and tells.</summary>
internal static class JournalProtocol
{
    /// <summary>
    /// The journal is open, and this process is the only one that writes to it. To the arbiter, first of all; or
    /// <see cref="Failed"/>.
    /// </summary>
    /// <param name="Names">The rounds in it; the receiver's from now on.</param>
    public sealed record Opened(RecordedNames Names);

    /// <summary>
    /// Record a verdict. From the ordering actor. Answered, when it is on the disk, with <see cref="Appended"/>, in the order in
    /// which entries came; or with <see cref="Failed"/>.
    /// </summary>
    public sealed record Append(JournalEntry Entry);

    /// <summary>The oldest entries that were not answered yet are recorded. To who sent them.</summary>
    /// <param name="FirstNumber">The number of the first of them; the others follow.</param>
    /// <param name="Count">How many they are, at least one.</param>
    public sealed record Appended(long FirstNumber, int Count) : IDeadLetterSuppression;

    /// <summary>
    /// What is recorded of a round? From the ordering actor. Answered with <see cref="LookedUp"/>, or with <see cref="Failed"/>.
    /// </summary>
    public sealed record LookUp(RoundName Round);

    /// <summary>What is recorded of a round. To who asked.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="Record">Its record; none when there is none.</param>
    public sealed record LookedUp(RoundName Round, JournalRecord? Record) : IDeadLetterSuppression;

    /// <summary>
    /// The journal cannot be used; nothing that was not answered is answered any more, and what became of entries among it is
    /// not known. To the arbiter, and to who sent entries or asked since.
    /// </summary>
    /// <param name="Reason">Which file, why, and what to do; in one line.</param>
    public sealed record Failed(string Reason) : IDeadLetterSuppression;

    /// <summary>Finish what came, and close the file. From the arbiter. Answered with <see cref="Closed"/>.</summary>
    public sealed record Close;

    /// <summary>The file is closed, if it was open. To who sent <see cref="Close"/>.</summary>
    public sealed record Closed : IDeadLetterSuppression;
}
