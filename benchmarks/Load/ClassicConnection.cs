using System.Net;

namespace Benchmarks.Load;

/// <summary>A connection for each request: it connects, sends, reads the answer to the end of the stream, and closes.</summary>
/// <param name="server">Where to connect to.</param>
/// <param name="poll">What waits for the answers.</param>
/// <param name="key">What <paramref name="poll"/> calls this connection.</param>
internal sealed class ClassicConnection(IPEndPoint server, EventPoll poll, int key) : IContenderConnection
{
    private const int None = -1;

    private readonly AnswerBuffer _answer = new();
    private int _descriptor = None;

    public bool IsTold => _descriptor == None && _answer.IsLine;

    public ReadOnlySpan<byte> Answer => _answer.Line;

    public void Send(ReadOnlySpan<byte> request)
    {
        _answer.Clear();
        _descriptor = TcpDescriptor.Connect(server);
        TcpDescriptor.Send(_descriptor, request);
        poll.Add(_descriptor, key);
    }

    public void Receive()
    {
        if (_answer.Receive(_descriptor))
            return;
        if (!_answer.IsLine)
            throw new BenchmarkException("the server closed a connection without an answer");

        // The server was the first to close, so the port that is left waiting (TIME_WAIT) is the server's.
        Dispose();
    }

    public void Dispose()
    {
        if (_descriptor != None)
            TcpDescriptor.Close(_descriptor);
        _descriptor = None;
    }
}
