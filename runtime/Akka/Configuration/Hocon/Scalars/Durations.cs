using System.Buffers;
using System.Globalization;

namespace Akka.Configuration.Hocon.Scalars;

/// <summary>Durations such as <c>100ms</c>, <c>1.5 s</c> or <c>2 days</c>; without a unit, milliseconds.</summary>
internal static class Durations
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    public static bool TryParse(string text, out TimeSpan duration)
    {
        var trimmed = text.AsSpan().Trim();
        var unitStart = trimmed.LastIndexOfAny(NumberCharacters) + 1;
        duration = default;
        if (!decimal.TryParse(
                trimmed[..unitStart], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || TicksPer(trimmed[unitStart..].TrimStart()) is not { } ticksPerUnit
            || amount > long.MaxValue / ticksPerUnit)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)Math.Round(amount * ticksPerUnit));
        return true;
    }

    public static bool TryParseOrInfinite(string text, out TimeSpan duration)
    {
        duration = Timeout.InfiniteTimeSpan;
        return text.AsSpan().Trim().Equals("infinite", StringComparison.OrdinalIgnoreCase)
            || TryParse(text, out duration);
    }

    private static decimal? TicksPer(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" or "nano" or "nanos" or "nanosecond" or "nanoseconds" => 0.01m,
        "us" or "micro" or "micros" or "microsecond" or "microseconds" => TimeSpan.TicksPerMicrosecond,
        "" or "ms" or "milli" or "millis" or "millisecond" or "milliseconds" => TimeSpan.TicksPerMillisecond,
        "s" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "m" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "h" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        _ => null,
    };
}
