using System.Collections.Concurrent;
using System.Diagnostics;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.History;

/// <summary>Writes down what clients do and are told. Thread-safe.</summary>
internal sealed class HistoryRecorder
{
    private readonly ConcurrentQueue<(string Round, HistoryEvent Event)> _events = new();

    private static long Now => Stopwatch.GetTimestamp();

    /// <summary>To be called before the last byte of a message is sent.</summary>
    public void Saying(string round, string id, string text) => Add(round, new HistoryEvent.Said(Now, id, text));

    /// <summary>To be called when a line was read.</summary>
    public void Told(string round, string id, SessionReply reply) => Add(round, new HistoryEvent.Told(Now, id, reply));

    /// <summary>The connection of <paramref name="id"/> ended before its round was told.</summary>
    public void Lost(string round, string id) => Add(round, new HistoryEvent.Lost(Now, id));

    /// <summary>What happened in the rounds that were planned.</summary>
    public IReadOnlyCollection<RoundHistory> Histories(IEnumerable<PlannedRound> plan)
    {
        var events = _events.ToLookup(each => each.Round, each => each.Event);
        return [.. plan.Select(round => new RoundHistory(round.Name, round.Kind, round.Contenders.Count, [.. events[round.Name]]))];
    }

    private void Add(string round, HistoryEvent happened) => _events.Enqueue((round, happened));
}
