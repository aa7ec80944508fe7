using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Journal;

/// <summary>Verdicts of every kind.</summary>
internal static class JournalGenerators
{
    private static readonly Gen<string> Names =
        from length in Gen.Choose(1, 32)
        from characters in Gen.Elements("aZ09-_.".ToCharArray()).ArrayOf(length)
        select new string(characters);

    private static readonly Gen<string> Texts =
        from length in Gen.Choose(1, 60)
        from parts in Gen.Elements("a", ": ", "'", "\"", "\\", "<&>+", "é", "\uFFFD", "\u00A0", "👋", "{}", "null").ArrayOf(length)
        select string.Concat(parts);

    private static readonly Gen<long> Numbers = Gen.OneOf(
        Gen.Elements(0L, 1, long.MaxValue),
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select ((long)high << 32) | (uint)low);

    private static readonly Gen<RecordedStamp?> Stamps = Gen.OneOf(
        Gen.Constant<RecordedStamp?>(null),
        from clock in Gen.Elements(Enum.GetValues<RecordedClock>())
        from nanoseconds in Numbers
        from isLate in Gen.Elements(false, true)
        select (RecordedStamp?)new RecordedStamp(clock, nanoseconds, isLate));

    private static readonly Gen<RecordedPlace> Places =
        from id in Names
        from text in Texts
        from stamp in Stamps
        from gap in Gen.OneOf(Gen.Constant<long?>(null), Numbers.Select(nanoseconds => (long?)nanoseconds))
        from basis in Gen.Elements(Enum.GetValues<Basis>())
        select new RecordedPlace(new ClientMessage(ContenderId.Parse(id), text), stamp, gap, basis);

    public static Gen<JournalEntry> Entries { get; } =
        from name in Names
        from isNamed in Gen.Elements(false, true)
        from profile in Gen.Elements(Enum.GetValues<RoundProfile>())
        from second in Gen.Choose(0, int.MaxValue)
        from microsecond in Gen.Choose(0, 999_999)
        from count in Gen.Choose(1, 8)
        from places in Places.ArrayOf(count)
        let time = DateTimeOffset.UnixEpoch.AddSeconds(second).AddMicroseconds(microsecond)
        select new JournalEntry(isNamed ? RoundName.Parse(name) : null, new RecordDetails(profile, time, places));

    /// <summary>Verdicts of different rounds, in order.</summary>
    public static Gen<JournalEntry[]> Batches { get; } =
        from count in Gen.Choose(1, 60)
        from entries in Entries.ArrayOf(count)
        select entries.DistinctBy(entry => entry.Round ?? (object)entry).ToArray();
}
