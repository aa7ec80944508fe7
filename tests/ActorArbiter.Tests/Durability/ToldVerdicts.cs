using System.Collections.Concurrent;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Durability;

/// <summary>What clients were told. Thread-safe.</summary>
internal sealed class ToldVerdicts
{
    private readonly ConcurrentQueue<ToldVerdict> _verdicts = new();
    private readonly ConcurrentDictionary<string, string[]> _answers = new();

    public IReadOnlyCollection<ToldVerdict> All => _verdicts;

    /// <summary>What RESULT has to answer for each named round.</summary>
    public IReadOnlyDictionary<string, string[]> Answers => _answers;

    /// <summary>A session was told the last line of a round.</summary>
    /// <param name="verdict">That line.</param>
    /// <param name="lines">Its PLACE lines and the verdict, as they were read.</param>
    public void Add(SessionReply.Verdict verdict, string[] lines)
    {
        _verdicts.Enqueue(ToldVerdict.Of(verdict));
        _answers[verdict.Round.Value] = lines;
    }

    /// <summary>A classic client was told.</summary>
    public void Add(string sentence) => _verdicts.Enqueue(ToldVerdict.Of(sentence));
}
