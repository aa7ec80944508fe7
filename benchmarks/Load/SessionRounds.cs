using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Benchmarks.Load;

/// <summary>
/// Rounds of the arbiter in sessions: <c>brief=yes</c>, JOIN and message in one segment. Both contenders have to be told the same
/// line, with the round's name, a number that grows, and both messages.
/// </summary>
/// <param name="pairs">How many pairs play; no name is that of a round of another number of pairs.</param>
/// <param name="hasJournal">Whether the numbers of all rounds have to be 1, 2, 3, ..., as with a journal.</param>
internal sealed class SessionRounds(int pairs, bool hasJournal = false) : IRoundProtocol
{
    private readonly long[] _lastNumbers = new long[pairs];
    private readonly ToldNumbers _numbers = new(pairs);

    public bool IsSession => true;

    /// <summary>What contenders say: both at first.</summary>
    public SessionRequests Requests { get; set; } = SessionRequests.Join | SessionRequests.Send;

    private static ReadOnlySpan<byte> InOrder => " X: x received before Y: x"u8;

    private static ReadOnlySpan<byte> Reversed => " Y: x received before X: x"u8;

    public int WriteRequest(long round, int contender, Span<byte> request)
    {
        var length = 0;
        if (Requests.HasFlag(SessionRequests.Join))
            Utf8.TryWrite(request, $"JOIN r{pairs:d4}-{round:d10} {(contender == 0 ? 'X' : 'Y')} brief=yes\n", out length);
        if (!Requests.HasFlag(SessionRequests.Send))
            return length;
        "SEND x\n"u8.CopyTo(request[length..]);
        return length + "SEND x\n"u8.Length;
    }

    public void Check(int pair, long round, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (!one.SequenceEqual(other))
            throw new BenchmarkException($"the contenders were told '{Text(one)}' and '{Text(other)}'");
        Span<byte> start = stackalloc byte[32];
        Utf8.TryWrite(start, $"VERDICT r{pairs:d4}-{round:d10} ", out var length);
        if (!one.StartsWith(start[..length])
            || !Utf8Parser.TryParse(one[length..], out long number, out var digits)
            || !(one[(length + digits)..].SequenceEqual(InOrder) || one[(length + digits)..].SequenceEqual(Reversed)))
            throw new BenchmarkException($"'{Text(one)}' is no verdict of round r{pairs:d4}-{round:d10}");
        if (number <= _lastNumbers[pair])
            throw new BenchmarkException($"'{Text(one)}' was told after a verdict with number {_lastNumbers[pair]}");
        _lastNumbers[pair] = number;
        _numbers.Add(number);
    }

    public void CheckAll()
    {
        if (hasJournal && !_numbers.HasNoGap)
            throw new BenchmarkException(
                $"told were {_numbers.Count} verdicts, with numbers from {_numbers.First} to {_numbers.Last}");
    }

    private static string Text(ReadOnlySpan<byte> line) => Encoding.UTF8.GetString(line);
}
