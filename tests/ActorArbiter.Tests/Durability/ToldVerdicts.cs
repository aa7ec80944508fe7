using System.Collections.Concurrent;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Durability;

/// <summary>What clients were told. Thread-safe.</summary>
/// <param name="count">How often something is told before <paramref name="then"/> is done.</param>
/// <param name="then">What whoever writes that down does at once.</param>
internal sealed class ToldVerdicts(int count, Action then)
{
    private readonly ConcurrentQueue<ToldVerdict> _verdicts = new();
    private readonly ConcurrentDictionary<string, string[]> _answers = new();
    private int _count;

    public ToldVerdicts()
        : this(int.MaxValue, () => { })
    {
    }

    public IReadOnlyCollection<ToldVerdict> All => _verdicts;

    /// <summary>What RESULT has to answer for each named round.</summary>
    public IReadOnlyDictionary<string, string[]> Answers => _answers;

    /// <summary>A session was told the last line of a round.</summary>
    /// <param name="verdict">That line.</param>
    /// <param name="lines">Its PLACE lines and the verdict, as they were read.</param>
    public void Add(SessionReply.Verdict verdict, string[] lines)
    {
        _answers[verdict.Round.Value] = lines;
        Add(ToldVerdict.Of(verdict));
    }

    /// <summary>A classic client was told.</summary>
    public void Add(string sentence) => Add(ToldVerdict.Of(sentence));

    private void Add(ToldVerdict verdict)
    {
        _verdicts.Enqueue(verdict);
        if (Interlocked.Increment(ref _count) == count)
            then();
    }
}
