using System.Globalization;

namespace Akka.Configuration.Hocon.Scalars;

/// <summary>
/// Numbers of bytes such as <c>128k</c>, <c>10 MB</c> or <c>1 GiB</c>. One letter, <c>Xi</c> and <c>XiB</c> are powers
/// of 1024; <c>kB</c>, <c>MB</c> and so on are powers of 1000. Case counts.
/// </summary>
internal static class ByteSizes
{
    public static bool TryParse(string text, out long bytes)
    {
        var trimmed = text.AsSpan().Trim();
        var unitStart = trimmed.LastIndexOfAnyInRange('0', '9') + 1;
        bytes = 0;
        if (!long.TryParse(
                trimmed[..unitStart], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            || BytesPer(trimmed[unitStart..].TrimStart()) is not { } bytesPerUnit)
        {
            return false;
        }

        bytes = unchecked(amount * bytesPerUnit);
        return Math.BigMul(amount, bytesPerUnit) == bytes;
    }

    private static long? BytesPer(ReadOnlySpan<char> unit) => unit switch
    {
        "" or "b" or "B" or "byte" or "bytes" => 1,
        "k" or "K" or "Ki" or "KiB" or "kibibyte" or "kibibytes" => 1L << 10,
        "m" or "M" or "Mi" or "MiB" or "mebibyte" or "mebibytes" => 1L << 20,
        "g" or "G" or "Gi" or "GiB" or "gibibyte" or "gibibytes" => 1L << 30,
        "t" or "T" or "Ti" or "TiB" or "tebibyte" or "tebibytes" => 1L << 40,
        "p" or "P" or "Pi" or "PiB" or "pebibyte" or "pebibytes" => 1L << 50,
        "e" or "E" or "Ei" or "EiB" or "exbibyte" or "exbibytes" => 1L << 60,
        "kB" or "kilobyte" or "kilobytes" => 1_000,
        "MB" or "megabyte" or "megabytes" => 1_000_000,
        "GB" or "gigabyte" or "gigabytes" => 1_000_000_000,
        "TB" or "terabyte" or "terabytes" => 1_000_000_000_000,
        "PB" or "petabyte" or "petabytes" => 1_000_000_000_000_000,
        "EB" or "exabyte" or "exabytes" => 1_000_000_000_000_000_000,
        _ => null,
    };
}
