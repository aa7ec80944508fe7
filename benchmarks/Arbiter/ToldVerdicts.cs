using System.Globalization;
using System.Text.RegularExpressions;

namespace Benchmarks.Arbiter;

/// <summary>How many verdicts a server told, by what they were decided on.</summary>
/// <param name="Verdicts">All of them.</param>
/// <param name="Kernel">By the kernel's receive stamps, all exact.</param>
/// <param name="KernelLate">By the kernel's receive stamps, one of them an upper bound.</param>
/// <param name="Read">By the system's clock, read when the bytes were.</param>
/// <param name="Mailbox">By the order in which the messages reached the ordering actor.</param>
/// <param name="Overtaken">Messages that turned out to be earlier than a place that was told already.</param>
internal sealed partial record ToldVerdicts(
    long Verdicts, long Kernel, long KernelLate, long Read, long Mailbox, long Overtaken)
{
    public static ToldVerdicts None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>The share of verdicts by exact stamps of the kernel, from 0 to 1; 1 if there are no verdicts.</summary>
    public double KernelShare => Verdicts == 0 ? 1 : (double)Kernel / Verdicts;

    public static ToldVerdicts operator +(ToldVerdicts left, ToldVerdicts right) => new(
        left.Verdicts + right.Verdicts,
        left.Kernel + right.Kernel,
        left.KernelLate + right.KernelLate,
        left.Read + right.Read,
        left.Mailbox + right.Mailbox,
        left.Overtaken + right.Overtaken);

    /// <summary>
    /// Reads the line that a server logs at its end: <c>told 1000 verdicts: 998 kernel, 1 kernel-late, 0 read,
    /// 1 mailbox; 0 messages overtaken</c>. A count that is not named is 0. <see langword="null"/> if it is another line.
    /// </summary>
    public static ToldVerdicts? Parse(string line)
    {
        if (Summary().Match(line) is not { Success: true } summary)
            return null;
        var counts = Count().Matches(line, summary.Index)
            .GroupBy(count => count.Groups["name"].Value, Number)
            .ToDictionary(group => group.Key, group => group.First());
        return new ToldVerdicts(
            Number(summary),
            counts.GetValueOrDefault("kernel"),
            counts.GetValueOrDefault("kernel-late"),
            counts.GetValueOrDefault("read"),
            counts.GetValueOrDefault("mailbox"),
            counts.GetValueOrDefault("overtaken"));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Verdicts} verdicts: {Kernel} kernel, {KernelLate} kernel-late, {Read} read, {Mailbox} mailbox; {Overtaken} messages overtaken");

    private static long Number(Match match) =>
        long.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\btold (?<number>\d{1,18}) verdicts?\b")]
    private static partial Regex Summary();

    [GeneratedRegex(@"\b(?<number>\d{1,18}) (messages? )?(?<name>kernel-late|kernel|read|mailbox|overtaken)\b")]
    private static partial Regex Count();
}
