using System.Globalization;

namespace ActorArbiter.Protocol;

/// <summary>The ids the server gives by itself, in their order: X, Y, Z, A, B ... W, then C27, C28 and so on.</summary>
public static class ContenderLetters
{
    private const string Letters = "XYZABCDEFGHIJKLMNOPQRSTUVW";

    private static readonly ContenderId[] Single = [.. Letters.Select(letter => ContenderId.Parse(letter.ToString()))];

    /// <summary>Ids in the order the server gives them, ids of the clients' own choice after them by ordinal order.</summary>
    public static IComparer<ContenderId> Order { get; } = Comparer<ContenderId>.Create(Compare);

    /// <summary>The id at <paramref name="index"/>, counted from 0.</summary>
    public static ContenderId At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return index < Single.Length
            ? Single[index]
            : ContenderId.Parse(string.Create(CultureInfo.InvariantCulture, $"C{index + 1}"));
    }

    private static int Compare(ContenderId left, ContenderId right)
    {
        var byIndex = IndexOf(left.Value).CompareTo(IndexOf(right.Value));
        return byIndex != 0 ? byIndex : string.CompareOrdinal(left.Value, right.Value);
    }

    private static int IndexOf(string id)
    {
        if (id.Length == 1 && Letters.IndexOf(id[0], StringComparison.Ordinal) is >= 0 and var index)
            return index;
        return id.Length > 1 && id[0] == 'C' && id[1] != '0'
            && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > Letters.Length
            ? number - 1
            : int.MaxValue;
    }
}
