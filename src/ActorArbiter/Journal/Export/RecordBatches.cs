using ActorArbiter.Journal.Records;

namespace ActorArbiter.Journal.Export;

/// <summary>A journal's records, some at a time, so that they need little memory and no read lasts long.</summary>
internal static class RecordBatches
{
    private const int RecordsPerRead = 500;

    /// <summary>The records between two numbers, in their order.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="after">The number before the first one wanted.</param>
    /// <param name="last">The number of the last one wanted.</param>
    /// <exception cref="JournalException">The file cannot be read, or a record in it makes no sense.</exception>
    public static IEnumerable<IReadOnlyList<RecordRow>> Of(JournalReader journal, long after, long last)
    {
        while (after < last)
        {
            var rows = journal.ReadRows(after, (int)Math.Min(RecordsPerRead, last - after));
            if (rows.Count == 0)
                yield break;
            after = rows[^1].Number;
            yield return rows;
        }
    }
}
