using System.Collections;
using ActorArbiter.Clocks;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering;

/// <summary>The final order of a round: its places, the first to arrive first; at least one.</summary>
internal sealed class Verdict : IReadOnlyList<Place>
{
    private readonly Arrival[] _order;
    private readonly bool _isByStamp;
    private readonly bool _hasTimes;

    /// <param name="order">The arrivals, the first first; the array is the verdict's from now on.</param>
    /// <param name="isByStamp">Whether stamps decided.</param>
    /// <param name="hasTimes">Whether they tell times, too, and not only the order.</param>
    /// <param name="doubt">Why stamps that there were did not decide, in a few words; none when they did.</param>
    public Verdict(Arrival[] order, bool isByStamp, bool hasTimes, string? doubt = null)
    {
        _order = order;
        _isByStamp = isByStamp;
        _hasTimes = hasTimes;
        Doubt = doubt;
    }

    public string? Doubt { get; }

    /// <summary>The arrivals, the first first.</summary>
    public IReadOnlyList<Arrival> Order => _order;

    public int Count => _order.Length;

    /// <summary>What the order stands on: the weakest of its places.</summary>
    public Basis Basis
    {
        get
        {
            var weakest = Basis.Kernel;
            foreach (var arrival in _order)
                weakest = BasisOf(arrival.Stamp) is var basis && basis > weakest ? basis : weakest;
            return weakest;
        }
    }

    /// <summary>What every contender is told, the same for all to the byte.</summary>
    public string Sentence => VerdictSentence.Of(_order.Select(arrival => arrival.Message));

    /// <summary>The sentence as bytes, ended by a line feed.</summary>
    public byte[] ToLine()
    {
        var line = new VerdictLine(stackalloc char[VerdictLine.UsualLength]);
        foreach (var arrival in _order)
            line.Add(arrival.Message);
        return line.ToBytes();
    }

    public Place this[int index]
    {
        get
        {
            var arrival = _order[index];
            var before = _order[Math.Max(index - 1, 0)];
            return new Place(
                arrival, _hasTimes ? arrival.Stamp.Nanoseconds - before.Stamp.Nanoseconds : null, BasisOf(arrival.Stamp));
        }
    }

    /// <summary>Whether <paramref name="late"/>, read when this was decided, reached this host before one that has a place.</summary>
    /// <param name="late">A message without a place.</param>
    /// <param name="clocks">How the system's clock went, up to now.</param>
    public bool IsOvertaken(Arrival late, ClockHistory clocks) =>
        _isByStamp
        && Ranking.Of([_order[^1], late], clocks) is { IsByStamp: true } ranking
        && ranking.Order[0] == late;

    public IEnumerator<Place> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => Sentence;

    private Basis BasisOf(ReceiveStamp stamp) => stamp switch
    {
        _ when !_isByStamp => Basis.Mailbox,
        { Source: StampSource.Read } => Basis.Read,
        { IsLate: true } => Basis.KernelLate,
        _ => Basis.Kernel,
    };
}
