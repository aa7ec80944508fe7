using ActorArbiter.Ordering;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>What <see cref="SessionModel"/> knows of a round, also after it was told.</summary>
internal sealed class ModelRound(string name, JoinOptions asked, SessionOptions options)
{
    public string Name { get; } = name;

    public int Of { get; } = asked.Of ?? 2;

    public bool StartsWithReady { get; } = asked.StartReady == true;

    public ReceiveStamp OpenedStamp { get; init; }

    public TimeSpan OpenedAt { get; init; }

    public List<ModelContender> Contenders { get; } = [];

    /// <summary>Those whose message was taken, in that order.</summary>
    public List<ModelContender> Arrived { get; } = [];

    public ReceiveStamp ReadyStamp { get; set; }

    public long? ReadySequence { get; set; }

    public TimeSpan? SettlesAt { get; set; }

    /// <summary>Those who have a place, from when it is decided on.</summary>
    public List<ModelContender>? Order { get; private set; }

    public bool IsByStamp { get; private set; }

    public long? Number { get; set; }

    public bool IsFull => Of > 1 && Contenders.Count == Of;

    public IEnumerable<ModelContender> Lost => Contenders.Where(each => each.LostAt is not null);

    public TimeSpan? DueAt
    {
        get
        {
            if (Order is not null)
                return null;
            if (SettlesAt is not null)
                return SettlesAt;
            var deadline = OpenedAt + (asked.Deadline ?? options.RoundTimeout);
            return asked.Window is { } window && Arrived.Count > 0 && Arrived[0].At + window < deadline
                ? Arrived[0].At + window
                : deadline;
        }
    }

    public bool Has(ModelConnection connection) => Contenders.Exists(each => each.Connection == connection);

    public bool DiffersFrom(JoinOptions later) =>
        (later.Of is not null && later.Of != Of)
        || (later.Window is not null && later.Window != asked.Window)
        || (later.Deadline is not null && later.Deadline != asked.Deadline)
        || (later.StartReady is not null && !StartsWithReady);

    public bool IsFalseStart(ReceiveStamp stamp, long sequence)
    {
        if (!StartsWithReady)
            return false;
        if (ReadySequence is null || ReadySequence == sequence)
            return true;
        return stamp.IsKnown && ReadyStamp.IsKnown
            && stamp.Nanoseconds <= ReadyStamp.Nanoseconds;
    }

    /// <summary>
    /// Of equal stamps the sequence decides here, too: a line may have waited for the journal while its round was decided.
    /// </summary>
    public bool IsOvertaken(ReceiveStamp stamp, long sequence) =>
        IsByStamp && stamp.IsKnown
            && (stamp.Nanoseconds, sequence).CompareTo((Order![^1].Stamp.Nanoseconds, Order[^1].Sequence)) < 0;

    public void Decide()
    {
        IsByStamp = Arrived.TrueForAll(each => each.Stamp.IsKnown);
        var sorted = IsByStamp
            ? Arrived.OrderBy(each => each.Stamp.Nanoseconds).ThenBy(each => each.Sequence).ToList()
            : Arrived.OrderBy(each => each.Sequence).ToList();
        Order = [.. sorted.Where(each => IsInTime(each, sorted[0])).Take(Of)];
    }

    public string[] Lines(bool isBrief)
    {
        var lines = new List<string>();
        for (var i = 0; i < Order!.Count && !isBrief; i++)
        {
            var gap = Order[i].Stamp.Nanoseconds - Order[Math.Max(0, i - 1)].Stamp.Nanoseconds;
            var standing = IsByStamp ? $"{new Gap(gap)} {(Order[i].Stamp.Source == StampSource.Kernel ? "kernel" : "read")}" : "+? mailbox";
            lines.Add($"PLACE {Name} {i + 1}/{Order.Count} {Order[i].Id} {standing}");
        }

        var sentence = string.Join(" received before ", Order.Select(each => $"{each.Id}: {each.Text}"));
        return [.. lines, $"VERDICT {Name} {Number} {sentence}"];
    }

    private bool IsInTime(ModelContender each, ModelContender first)
    {
        var sinceFirst = IsByStamp ? Between(first.Stamp, each.Stamp) : each.At - first.At;
        var sinceOpened = IsByStamp && OpenedStamp.IsKnown
            ? Between(OpenedStamp, each.Stamp)
            : each.At - OpenedAt;
        return sinceFirst <= (asked.Window ?? TimeSpan.MaxValue) && sinceOpened <= (asked.Deadline ?? options.RoundTimeout);
    }

    private static TimeSpan Between(ReceiveStamp one, ReceiveStamp other) =>
        TimeSpan.FromTicks((other.Nanoseconds - one.Nanoseconds) / TimeSpan.NanosecondsPerTick);
}
