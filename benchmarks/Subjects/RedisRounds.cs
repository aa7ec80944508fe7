using System.Text;
using System.Text.Unicode;
using Benchmarks.Load;

namespace Benchmarks.Subjects;

/// <summary>
/// Rounds by a counter of Redis for each: both contenders count it up, and who gets 1 was first. The request is an array of
/// strings, the answer an integer (the Redis serialization protocol, RESP2).
/// </summary>
/// <param name="pairs">How many pairs play; no counter is that of rounds of another number of pairs.</param>
internal sealed class RedisRounds(int pairs) : IRoundProtocol
{
    public bool IsSession => true;

    private static ReadOnlySpan<byte> First => ":1\r"u8;

    private static ReadOnlySpan<byte> Second => ":2\r"u8;

    public int WriteRequest(long round, int contender, Span<byte> request)
    {
        Utf8.TryWrite(request, $"*2\r\n$4\r\nINCR\r\n$21\r\nround:{pairs:d4}-{round:d10}\r\n", out var length);
        return length;
    }

    public void Check(int pair, long round, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (!(one.SequenceEqual(First) && other.SequenceEqual(Second)) && !(one.SequenceEqual(Second) && other.SequenceEqual(First)))
            throw new BenchmarkException(
                $"Redis counted round {round} up to '{Encoding.UTF8.GetString(one)}' and '{Encoding.UTF8.GetString(other)}'");
    }

    public void CheckAll()
    {
    }
}
