namespace ActorArbiter.Tests.Durability;

/// <summary>What must hold of what clients were told and of the journal, however often the server was killed.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>What was told is recorded: the same number, round and sentence.</item>
/// <item>Numbers grow by one: none is missing, none is there twice.</item>
/// <item>A round has one verdict. Rounds without names are told apart by their sentences, in which every message is of its
/// own.</item>
/// </list>
/// </remarks>
internal static class DurabilityChecker
{
    /// <summary>A sentence for each thing that should not be.</summary>
    /// <param name="told">What was told, each as often as it was told.</param>
    /// <param name="recorded">The records behind <paramref name="after"/>, in the order in which the journal gives them.</param>
    /// <param name="after">The number of the last record that there was before the first of these was told.</param>
    public static IReadOnlyList<string> Violations(
        IEnumerable<ToldVerdict> told, IReadOnlyList<RecordedVerdict> recorded, long after = 0) =>
        [.. Numbers(recorded, after), .. Repeated(recorded), .. Contradicted(told, recorded)];

    private static IEnumerable<string> Numbers(IReadOnlyList<RecordedVerdict> recorded, long after)
    {
        foreach (var record in recorded)
        {
            if (record.Number != after + 1)
                yield return $"record {record.Number} follows record {after}";
            after = record.Number;
        }
    }

    private static IEnumerable<string> Repeated(IReadOnlyList<RecordedVerdict> recorded) =>
        from record in recorded
        group record.Number by record.Round ?? record.Sentence into same
        where same.Count() > 1
        select $"'{same.Key}' is recorded as {string.Join(" and ", same)}";

    private static IEnumerable<string> Contradicted(IEnumerable<ToldVerdict> told, IReadOnlyList<RecordedVerdict> recorded)
    {
        var byNumber = recorded.ToLookup(record => record.Number);
        var withoutName = recorded.Where(record => record.Round is null).Select(record => record.Sentence).ToHashSet();
        foreach (var verdict in told.Distinct())
        {
            if (verdict.Number is not { } number)
            {
                if (!withoutName.Contains(verdict.Sentence))
                    yield return $"'{verdict}' was told and is not recorded";
            }
            else if (!byNumber.Contains(number))
            {
                yield return $"'{verdict}' was told and is not recorded";
            }
            else
            {
                foreach (var record in byNumber[number].Where(record => (record.Round, record.Sentence) != (verdict.Round, verdict.Sentence)))
                    yield return $"'{verdict}' was told, and recorded is round '{record.Round}' with '{record.Sentence}'";
            }
        }
    }
}
