namespace Benchmarks.Load;

/// <summary>The numbers of the verdicts that a server told; none may be told of two rounds.</summary>
/// <param name="pairs">
/// How many rounds are played at once. Of each one at most can be told later than the first, and have a smaller number.
/// </param>
internal sealed class ToldNumbers(int pairs)
{
    private const int BitsPerWord = 64;

    // A bit for each number from the base on.
    private ulong[] _told = new ulong[1024];
    private long _base;

    public long Count { get; private set; }

    /// <summary>The smallest number; 0 if there is none.</summary>
    public long First { get; private set; }

    /// <summary>The greatest number; 0 if there is none.</summary>
    public long Last { get; private set; }

    /// <summary>Whether there is a number for each from 1 to <see cref="Last"/>.</summary>
    public bool HasNoGap => Count == Last;

    /// <exception cref="BenchmarkException">The number was told before, or it is smaller than it can be.</exception>
    public void Add(long number)
    {
        if (Count == 0)
            (_base, First) = (number - pairs, number);
        var bit = number - _base;
        if (bit < 0)
            throw new BenchmarkException($"a verdict has number {number}, and {First} was told before its round began");
        var word = (int)(bit / BitsPerWord);
        if (word >= _told.Length)
            Array.Resize(ref _told, Math.Max(word + 1, 2 * _told.Length));
        var mask = 1UL << (int)(bit % BitsPerWord);
        if ((_told[word] & mask) != 0)
            throw new BenchmarkException($"two rounds have number {number}");
        _told[word] |= mask;
        Count++;
        First = Math.Min(First, number);
        Last = Math.Max(Last, number);
    }
}
