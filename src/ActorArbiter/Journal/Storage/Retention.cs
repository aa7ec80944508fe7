namespace ActorArbiter.Journal.Storage;

/// <summary>
/// Takes the details of old records away. The space is used again by new ones; a bounded part is done at a time, so that switching
/// it on for a long journal holds up no verdict.
/// </summary>
internal sealed class Retention
{
    private const int BacklogAtStart = 100_000;
    private const int BacklogPerCommit = 1_000;

    private readonly int _keep;
    private readonly Statement _prune;

    /// <summary>The last record that has no details.</summary>
    private long _pruned;

    /// <param name="database">The journal.</param>
    /// <param name="keep">How many records keep their details.</param>
    public Retention(JournalDatabase database, int keep)
    {
        _keep = keep;
        _pruned = Math.Max(0, database.Integer("SELECT min(number) FROM details") - 1);
        _prune = database.Prepare("DELETE FROM details WHERE number <= ?1");
    }

    /// <summary>Does a good part of what is due when a journal is opened.</summary>
    /// <param name="last">The number of the last record.</param>
    public void Begin(long last) => Prune(last, BacklogAtStart);

    /// <summary>Does what is due after records were added, in their transaction.</summary>
    /// <param name="last">The number of the last record.</param>
    /// <param name="added">How many were added.</param>
    public void Follow(long last, int added) => Prune(last, added + BacklogPerCommit);

    private void Prune(long last, int atMost)
    {
        var due = Math.Min(last - _keep, _pruned + atMost);
        if (due <= _pruned)
            return;
        _prune.Bind(1, due).Step();
        _pruned = due;
    }
}
