using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorArbiter.Tests.Durability;

/// <summary>Reads what <c>strace -f -y -o FILE</c> writes (strace(1)).</summary>
/// <remarks>
/// A call that other threads' calls come between stands on two lines: <c>12 fsync(7&lt;/tmp/a&gt; &lt;unfinished ...&gt;</c> and
/// <c>12 &lt;... fsync resumed&gt;) = 0</c>.
/// </remarks>
internal static partial class SystemCallTrace
{
    /// <summary>The calls, in the order in which they began.</summary>
    public static IReadOnlyList<SystemCall> Parse(IEnumerable<string> lines)
    {
        var calls = new List<SystemCall>();
        var unfinished = new Dictionary<int, int>();
        foreach (var (number, line) in lines.Index())
        {
            if (Resumed().Match(line) is { Success: true } resumed)
            {
                var index = unfinished[Thread(resumed)];
                calls[index] = calls[index] with { Result = resumed.Groups["result"].Value, Returned = number };
            }
            else if (Begun().Match(line) is { Success: true } begun)
            {
                unfinished[Thread(begun)] = calls.Count;
                calls.Add(new SystemCall(
                    begun.Groups["name"].Value, begun.Groups["arguments"].Value, null, number, int.MaxValue));
            }
            else if (Whole().Match(line) is { Success: true } whole)
            {
                calls.Add(new SystemCall(
                    whole.Groups["name"].Value,
                    whole.Groups["arguments"].Value,
                    whole.Groups["result"].Value,
                    number,
                    number));
            }
        }

        return calls;
    }

    private static int Thread(Match match) => int.Parse(match.Groups["thread"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<thread>\d+) +<\.\.\. \w+ resumed>.* = (?<result>-?\d+)")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<arguments>.*) <unfinished \.\.\.>$")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^(?<thread>\d+) +(?<name>\w+)\((?<arguments>.*)\) += (?<result>-?\d+)")]
    private static partial Regex Whole();
}
