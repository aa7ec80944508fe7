using System.Net;

namespace Benchmarks.Load;

/// <summary>Two contenders that play one round after the other, each on a connection that stays open.</summary>
internal sealed class ContenderPair : IDisposable
{
    private const int MostRequestBytes = 128;

    private readonly byte[] _request = new byte[MostRequestBytes];
    private long _round;

    /// <param name="server">Where to connect to.</param>
    public ContenderPair(IPEndPoint server)
    {
        One = new LoadConnection(server);
        try
        {
            Other = new LoadConnection(server);
        }
        catch
        {
            One.Dispose();
            throw;
        }
    }

    public LoadConnection One { get; }

    public LoadConnection Other { get; }

    /// <summary>Whether both have been told.</summary>
    public bool IsTold => One.HasLine && Other.HasLine;

    /// <summary>Sends both messages of a round.</summary>
    public void Begin(long round, IRoundProtocol protocol)
    {
        _round = round;

        // Each is the first to send in every other round.
        var first = (int)(round & 1);
        Send(first, protocol);
        Send(1 - first, protocol);
    }

    /// <summary>Checks what both were told.</summary>
    /// <exception cref="BenchmarkException">It is wrong.</exception>
    public void Check(int number, IRoundProtocol protocol) => protocol.Check(number, _round, One.Line, Other.Line);

    public void Dispose()
    {
        One.Dispose();
        Other.Dispose();
    }

    private void Send(int contender, IRoundProtocol protocol)
    {
        var length = protocol.WriteRequest(_round, contender, _request);
        (contender == 0 ? One : Other).Send(_request.AsSpan(0, length));
    }
}
