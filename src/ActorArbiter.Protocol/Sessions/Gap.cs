using System.Globalization;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// How long after the arrival before it a message arrived, as PLACE lines tell it: three significant digits, truncated,
/// in <c>ns</c>, <c>us</c>, <c>ms</c> or <c>s</c>; from 1000 s on, whole seconds.
/// </summary>
public readonly record struct Gap
{
    private const string UnknownWord = "+?";

    private static readonly (string Suffix, long Length)[] Units =
    [
        ("ns", 1),
        ("us", 1_000),
        ("ms", 1_000_000),
        ("s", 1_000_000_000),
    ];

    /// <summary>A gap of so many nanoseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nanoseconds"/> is negative.</exception>
    public Gap(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        Nanoseconds = nanoseconds;
    }

    /// <summary>The gap of arrivals whose stamps cannot be compared: <c>+?</c>.</summary>
    public static Gap Unknown => default;

    /// <summary>The gap in nanoseconds; <see langword="null"/> if it is unknown.</summary>
    public long? Nanoseconds { get; }

    /// <summary>Whether <paramref name="word"/> is a gap; if so, <paramref name="gap"/> is it, truncated.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out Gap gap)
    {
        gap = Unknown;
        if (word is UnknownWord)
            return true;
        if (word.IsEmpty || word[0] != '+')
            return false;

        var suffix = word.LastIndexOfAnyInRange('0', '9') + 1;
        foreach (var unit in Units)
        {
            if (!word[suffix..].SequenceEqual(unit.Suffix))
                continue;
            if (!TryParseNumber(word[1..suffix], unit.Length, out var nanoseconds))
                return false;
            gap = new Gap(nanoseconds);
            return true;
        }

        return false;
    }

    /// <summary>The gap on the wire: <c>+0ns</c>, <c>+312us</c>, <c>+1.87ms</c>, <c>+?</c>.</summary>
    public override string ToString()
    {
        if (Nanoseconds is not { } nanoseconds)
            return UnknownWord;
        var (suffix, length) = Units.Last(unit => nanoseconds >= unit.Length || unit.Length == 1);
        var whole = nanoseconds / length;
        var thousandths = nanoseconds % length / Math.Max(1, length / 1000);
        return (length, whole) switch
        {
            (1, _) or (_, >= 100) => string.Create(CultureInfo.InvariantCulture, $"+{whole}{suffix}"),
            (_, >= 10) => string.Create(CultureInfo.InvariantCulture, $"+{whole}.{thousandths / 100}{suffix}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"+{whole}.{thousandths / 10:d2}{suffix}"),
        };
    }

    private static bool TryParseNumber(ReadOnlySpan<char> digits, long unit, out long nanoseconds)
    {
        nanoseconds = 0;
        if (digits.IsEmpty || !char.IsAsciiDigit(digits[0])
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || number > long.MaxValue / unit)
            return false;
        nanoseconds = (long)(number * unit);
        return true;
    }
}
