using ActorArbiter.Journal.Storage;

namespace ActorArbiter.Journal;

/// <summary>Where verdicts are kept, and for how long.</summary>
/// <param name="Path">The journal's file; it is created if there is none.</param>
/// <param name="Keep">
/// How many of the newest records are kept in full, at least one; of those before, name, number and winner are kept. No limit when
/// <see langword="null"/>.
/// </param>
internal sealed record JournalOptions(string Path, int? Keep = null)
{
    /// <summary>How long to wait for another program that has the file locked.</summary>
    public TimeSpan Patience { get; init; } = JournalDatabase.DefaultPatience;
}
