using System.Text;

namespace Benchmarks.Load;

/// <summary>What came of an answer, which is one line.</summary>
internal sealed class AnswerBuffer
{
    private readonly byte[] _received = new byte[256];
    private int _length;

    /// <summary>Whether it is a whole line.</summary>
    public bool IsLine { get; private set; }

    /// <summary>The line, without its line feed; once <see cref="IsLine"/>.</summary>
    public ReadOnlySpan<byte> Line => _received.AsSpan(0, _length - 1);

    public void Clear() => (_length, IsLine) = (0, false);

    /// <summary>Takes what has come; whether the connection may bring more.</summary>
    /// <exception cref="BenchmarkException">It is more than a line, or the connection is lost.</exception>
    public bool Receive(int descriptor)
    {
        var count = TcpDescriptor.Receive(descriptor, _received.AsSpan(_length));
        if (count <= 0)
            return count < 0;
        _length += count;
        var feed = _received.AsSpan(0, _length).IndexOf((byte)'\n');
        IsLine = feed == _length - 1;
        if (!IsLine && (feed >= 0 || _length == _received.Length))
            throw new BenchmarkException($"not one line: '{Encoding.UTF8.GetString(_received.AsSpan(0, _length))}'");
        return true;
    }
}
