using System.Globalization;

namespace ActorArbiter.Protocol;

/// <summary>
/// Durations as people write them on the wire, on the command line and in settings: a whole number and its unit,
/// <c>ms</c>, <c>s</c>, <c>m</c> or <c>h</c>, from 1 ms to 24 h.
/// </summary>
public static class Durations
{
    /// <summary>What a duration may look like, for error sentences.</summary>
    public const string Grammar = "a whole number followed by ms, s, m or h, from 1ms to 24h";

    /// <summary>The longest duration.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromHours(24);

    private static readonly (string Suffix, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    /// <summary>Whether <paramref name="text"/> is a duration; if so, <paramref name="duration"/> is it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = default;
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0
            || !long.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        foreach (var (suffix, length) in Units)
        {
            if (!text[digits..].SequenceEqual(suffix))
                continue;
            if (count < 1 || count > Max / length)
                return false;
            duration = count * length;
            return true;
        }

        return false;
    }

    /// <summary>The shortest way to write <paramref name="duration"/>, in whole milliseconds.</summary>
    public static string Format(TimeSpan duration)
    {
        var (suffix, length) = Units.Last(unit => duration.Ticks % unit.Length.Ticks == 0 || unit.Suffix == "ms");
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / length.Ticks}{suffix}");
    }
}
