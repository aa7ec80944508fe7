using System.Threading.Channels;

namespace TestSupport;

/// <summary>The lines that a process writes to one of its streams, kept until they are asked for.</summary>
public sealed class ProcessLines
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    internal ProcessLines(StreamReader stream) => _ = Pump(stream);

    /// <summary>Waits for the next line.</summary>
    /// <exception cref="ChannelClosedException">The stream has ended.</exception>
    public async Task<string> Next()
    {
        using var patience = new CancellationTokenSource(ProcessRunner.Patience);
        return await _lines.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Waits for the end of the stream, for the lines that <see cref="Next"/> has not returned.</summary>
    public async Task<string[]> Rest()
    {
        using var patience = new CancellationTokenSource(ProcessRunner.Patience);
        var rest = new List<string>();
        await foreach (var line in _lines.Reader.ReadAllAsync(patience.Token))
            rest.Add(line);
        return [.. rest];
    }

    private async Task Pump(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
            _lines.Writer.TryWrite(line);
        _lines.Writer.Complete();
    }
}
