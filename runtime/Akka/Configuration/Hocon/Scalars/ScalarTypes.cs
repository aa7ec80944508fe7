using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Akka.Configuration.Hocon.Scalars;

internal static class ScalarTypes
{
    public static readonly ScalarType<string> Text = new(
        "text",
        (string text, [MaybeNullWhen(false)] out string value) =>
        {
            value = text;
            return true;
        });

    public static readonly ScalarType<bool> Boolean = new(
        "a switch (on, off, true, false, yes or no)",
        (string text, out bool value) =>
        {
            value = text is "on" or "true" or "yes";
            return value || text is "off" or "false" or "no";
        });

    public static readonly ScalarType<byte> Byte = Number<byte>(
        "a whole number from 0 to 255", NumberStyles.Integer);

    public static readonly ScalarType<int> Int = Number<int>(
        $"a whole number from {int.MinValue} to {int.MaxValue}", NumberStyles.Integer);

    public static readonly ScalarType<long> Long = Number<long>(
        $"a whole number from {long.MinValue} to {long.MaxValue}", NumberStyles.Integer);

    public static readonly ScalarType<float> Float = Number<float>("a number", NumberStyles.Float);

    public static readonly ScalarType<double> Double = Number<double>("a number", NumberStyles.Float);

    public static readonly ScalarType<decimal> Decimal = Number<decimal>("a number", NumberStyles.Float);

    public static readonly ScalarType<long> ByteSize = new(
        "a size such as 512, 128k, 10 MB or 1 GiB", ByteSizes.TryParse);

    private static readonly ScalarType<TimeSpan> FiniteDuration = new(
        "a duration such as 100ms, 5 s, 2m, 1h or 7 days", Durations.TryParse);

    private static readonly ScalarType<TimeSpan> InfiniteDuration = new(
        FiniteDuration.Expected + ", or infinite", Durations.TryParseOrInfinite);

    public static ScalarType<TimeSpan> Duration(bool allowInfinite) =>
        allowInfinite ? InfiniteDuration : FiniteDuration;

    private static ScalarType<T> Number<T>(string expected, NumberStyles style)
        where T : struct, INumber<T> =>
        new(expected, (string text, out T value) => T.TryParse(text, style, CultureInfo.InvariantCulture, out value));
}
