using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.History;

/// <summary>All that the clients of a round did and were told.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What decides it.</param>
/// <param name="Contenders">How many contenders there are.</param>
/// <param name="Events">What happened, in any sequence.</param>
internal sealed record RoundHistory(string Name, RoundKind Kind, int Contenders, IReadOnlyCollection<HistoryEvent> Events)
{
    public IEnumerable<HistoryEvent.Said> Said => Events.OfType<HistoryEvent.Said>();

    /// <summary>All lines of a kind that were told, to whomever.</summary>
    public IEnumerable<(long At, string Id, T Reply)> Told<T>()
        where T : SessionReply =>
        from told in Events.OfType<HistoryEvent.Told>()
        where told.Reply is T
        select (told.At, told.Id, (T)told.Reply);

    /// <summary>The messages that the server said it has, and when that was known first.</summary>
    public IReadOnlyDictionary<Message, long> Received() =>
        Told<SessionReply.Received>()
            .GroupBy(told => new Message(told.Reply.Id.Value, told.Reply.Text))
            .ToDictionary(told => told.Key, told => told.Min(each => each.At));

    /// <summary>The order, as the first verdict that was told says it; nothing without a verdict.</summary>
    public IReadOnlyList<Message> Order() =>
        Told<SessionReply.Verdict>().Select(told => told.Reply.Sentence.Split(" received before ").Select(Message.Read).ToArray())
            .FirstOrDefault([]);

    /// <summary>A contender's words.</summary>
    internal readonly record struct Message(string Id, string Text)
    {
        public static Message Read(string words)
        {
            var colon = words.IndexOf(": ", StringComparison.Ordinal);
            return colon < 0 ? new Message("", words) : new Message(words[..colon], words[(colon + 2)..]);
        }

        public override string ToString() => $"{Id}: {Text}";
    }
}
