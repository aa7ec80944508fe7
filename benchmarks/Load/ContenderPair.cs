using System.Diagnostics;

namespace Benchmarks.Load;

/// <summary>Two contenders that play one round after the other.</summary>
/// <param name="one">How contender 0 talks to the server.</param>
/// <param name="other">How contender 1 does.</param>
internal sealed class ContenderPair(IContenderConnection one, IContenderConnection other) : IDisposable
{
    private const int MostRequestBytes = 128;

    private readonly byte[] _request = new byte[MostRequestBytes];
    private long _round;
    private long _begun;

    /// <summary>Whether both have been told.</summary>
    public bool IsTold => one.IsTold && other.IsTold;

    /// <summary>The time since just before the first message of the round was sent.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

    /// <summary>Sends both messages of a round.</summary>
    public void Begin(long round, IRoundProtocol protocol)
    {
        _round = round;
        _begun = Stopwatch.GetTimestamp();

        // Each is the first to send in every other round.
        var first = (int)(round & 1);
        Send(first, protocol);
        Send(1 - first, protocol);
    }

    /// <summary>Takes what came for a contender.</summary>
    public void Receive(int contender) => (contender == 0 ? one : other).Receive();

    /// <summary>Checks what both were told.</summary>
    /// <exception cref="BenchmarkException">It is wrong.</exception>
    public void Check(int number, IRoundProtocol protocol) => protocol.Check(number, _round, one.Answer, other.Answer);

    public void Dispose()
    {
        one.Dispose();
        other.Dispose();
    }

    private void Send(int contender, IRoundProtocol protocol)
    {
        var length = protocol.WriteRequest(_round, contender, _request);
        (contender == 0 ? one : other).Send(_request.AsSpan(0, length));
    }
}
