using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Benchmarks.Load;

/// <summary>
/// Classic rounds of the arbiter: a connection for each message, whose text is the number of the load's round. Whose message meets
/// whose is the server's choice, for a message goes to the first round that has none of its id yet. Both contenders of a verdict have
/// to be told the same sentence, with their own message in it, and no message may be in two.
/// </summary>
/// <param name="pairs">How many pairs play.</param>
internal sealed class ClassicRounds(int pairs) : IRoundProtocol
{
    // By the message of X: verdicts that one contender was told, and the other was not yet.
    private readonly Dictionary<long, Verdict> _half = new(2 * pairs);

    public bool IsSession => false;

    private static ReadOnlySpan<byte> Before => " received before "u8;

    public int WriteRequest(long round, int contender, Span<byte> request)
    {
        Utf8.TryWrite(request, $"Client {(contender == 0 ? 'X' : 'Y')}: {round:d10}\n", out var length);
        return length;
    }

    public void Check(int pair, long round, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var (toX, toY) = (Parse(one), Parse(other));
        if (toX.X != round || toY.Y != round)
            throw new BenchmarkException(
                $"the contenders that sent {round:d10} were told '{Encoding.UTF8.GetString(one)}' and '{Encoding.UTF8.GetString(other)}'");
        Match(toX);
        Match(toY);
    }

    public void CheckAll()
    {
        if (_half.Count > 0)
            throw new BenchmarkException($"{_half.Count} verdicts were told to one contender, and not to the other");
    }

    private static Verdict Parse(ReadOnlySpan<byte> sentence)
    {
        var rest = sentence;
        var (firstId, first) = ParseMessage(ref rest);
        if (rest.StartsWith(Before))
        {
            rest = rest[Before.Length..];
            var (secondId, second) = ParseMessage(ref rest);
            if (rest.IsEmpty && (firstId, secondId) == ('X', 'Y'))
                return new Verdict(first, second, IsXFirst: true);
            if (rest.IsEmpty && (firstId, secondId) == ('Y', 'X'))
                return new Verdict(second, first, IsXFirst: false);
        }

        throw new BenchmarkException($"'{Encoding.UTF8.GetString(sentence)}' is no verdict of X and Y");
    }

    /// <summary>Reads an id and a number, such as <c>X: 0000000017</c>.</summary>
    private static (char Id, long Number) ParseMessage(ref ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 3 || !rest[1..].StartsWith(": "u8) || !Utf8Parser.TryParse(rest[3..], out long number, out var digits))
            return default;
        var id = (char)rest[0];
        rest = rest[(3 + digits)..];
        return (id, number);
    }

    private void Match(Verdict told)
    {
        if (!_half.Remove(told.X, out var other))
            _half.Add(told.X, told);
        else if (other != told)
            throw new BenchmarkException($"the contenders of a round were told {other} and {told}");
    }

    private readonly record struct Verdict(long X, long Y, bool IsXFirst);
}
