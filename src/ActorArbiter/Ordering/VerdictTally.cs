using System.Globalization;
using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>How many verdicts were told, and what they stood on.</summary>
internal sealed class VerdictTally
{
    /// <summary>What a verdict can stand on that is decided now.</summary>
    private static readonly Basis[] Bases = [Basis.Kernel, Basis.KernelLate, Basis.Read, Basis.Mailbox];

    private readonly int[] _byBasis = new int[Enum.GetValues<Basis>().Length];

    public int Total => _byBasis.Sum();

    /// <summary>Messages that were read after the verdict of their round, and had arrived before one that has a place in it.</summary>
    public int Overtaken { get; set; }

    public int this[Basis basis] => _byBasis[(int)basis];

    public void Add(Verdict verdict) => _byBasis[(int)verdict.Basis]++;

    /// <summary><c>told 3 verdicts: 2 kernel, 1 kernel-late, 0 read, 0 mailbox; 0 messages overtaken</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"told {Counted(Total, "verdict")}: {string.Join(", ", Bases.Select(Share))}; {Counted(Overtaken, "message")} overtaken");

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private string Share(Basis basis) => string.Create(CultureInfo.InvariantCulture, $"{this[basis]} {basis.Word()}");
}
