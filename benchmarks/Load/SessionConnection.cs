using System.Net;

namespace Benchmarks.Load;

/// <summary>A connection that stays open; each request is answered by a line.</summary>
internal sealed class SessionConnection : IContenderConnection
{
    private readonly AnswerBuffer _answer = new();
    private readonly int _descriptor;

    /// <param name="server">Where to connect to.</param>
    /// <param name="poll">What waits for the answers.</param>
    /// <param name="key">What <paramref name="poll"/> calls this connection.</param>
    /// <exception cref="BenchmarkException">The server cannot be reached.</exception>
    public SessionConnection(IPEndPoint server, EventPoll poll, int key)
    {
        _descriptor = TcpDescriptor.Connect(server);
        poll.Add(_descriptor, key);
    }

    public bool IsTold => _answer.IsLine;

    public ReadOnlySpan<byte> Answer => _answer.Line;

    public void Send(ReadOnlySpan<byte> request)
    {
        _answer.Clear();
        TcpDescriptor.Send(_descriptor, request);
    }

    public void Receive()
    {
        if (!_answer.Receive(_descriptor))
            throw new BenchmarkException("the server closed a connection");
    }

    public void Dispose() => TcpDescriptor.Close(_descriptor);
}
