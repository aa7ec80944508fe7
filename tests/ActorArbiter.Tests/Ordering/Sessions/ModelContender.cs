using ActorArbiter.Ordering;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>What <see cref="SessionModel"/> knows of a contender.</summary>
internal sealed class ModelContender(string id)
{
    public string Id { get; } = id;

    public string? Key { get; set; }

    public bool IsBrief { get; set; }

    public ModelConnection? Connection { get; set; }

    public TimeSpan? LostAt { get; set; }

    public string? Text { get; set; }

    public ReceiveStamp Stamp { get; set; }

    public long Sequence { get; set; }

    public TimeSpan At { get; set; }
}
