using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Plain;

/// <summary>A client: one asynchronous loop that receives into one buffer, and one send for each reply.</summary>
internal sealed class PlainConnection(Socket socket, PlainArbiter arbiter)
{
    private readonly byte[] _buffer = new byte[1024];
    private int _length;
    private (string Name, string Id, PlainRound Round)? _joined;
    private bool _isClassic;

    /// <summary>Serves the client until it closes.</summary>
    public async Task RunAsync()
    {
        using (socket)
        {
            try
            {
                // A line that fills the buffer leaves nothing to receive into, and ends the connection too.
                while (await socket.ReceiveAsync(_buffer.AsMemory(_length)).ConfigureAwait(false) is > 0 and var count)
                {
                    _length += count;
                    await TakeLinesAsync().ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is SocketException or FormatException)
            {
                // The client is lost, or talks nonsense: its connection ends, and the message that came by it counts.
            }
        }
    }

    private async ValueTask TakeLinesAsync()
    {
        var start = 0;
        while (_buffer.AsSpan(start, _length - start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            if (Take(_buffer.AsSpan(start, length)) is { } verdict)
            {
                await verdict.First.TellAsync(verdict.Line).ConfigureAwait(false);
                await verdict.Second.TellAsync(verdict.Line).ConfigureAwait(false);
            }

            start += length + 1;
        }

        _buffer.AsSpan(start, _length - start).CopyTo(_buffer);
        _length -= start;
    }

    /// <summary>Does what a line says; the result is the verdict of the round that it decides, if it does.</summary>
    /// <exception cref="FormatException">It says nothing that is understood.</exception>
    private PlainVerdict? Take(ReadOnlySpan<byte> line)
    {
        if (_isClassic)
            return null; // What follows a classic message is ignored.
        if (Follows("JOIN "u8, ref line))
        {
            var (name, id) = (TakeWord(" "u8, ref line), TakeWord(" "u8, ref line));
            _joined = (name, id, arbiter.Join(name));
            return null;
        }

        if (Follows("SEND "u8, ref line) && _joined is { } joined)
        {
            _joined = null;
            return arbiter.Send(joined.Name, joined.Round, new PlainMessage(joined.Id, Encoding.UTF8.GetString(line), this));
        }

        if (!Follows("Client "u8, ref line))
            throw new FormatException();
        _isClassic = true;
        return arbiter.Send(new PlainMessage(TakeWord(": "u8, ref line), Encoding.UTF8.GetString(line), this));
    }

    private async ValueTask TellAsync(byte[] verdict)
    {
        try
        {
            await socket.SendAsync(verdict).ConfigureAwait(false);

            // The receive loop reads on until the client has closed too, so that no reset eats the reply.
            if (_isClassic)
                socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // This contender is gone; the other one is told all the same.
        }
    }

    private static bool Follows(ReadOnlySpan<byte> start, ref ReadOnlySpan<byte> rest)
    {
        if (!rest.StartsWith(start))
            return false;
        rest = rest[start.Length..];
        return true;
    }

    private static string TakeWord(ReadOnlySpan<byte> end, ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf(end);
        if (length < 0)
            throw new FormatException();
        var word = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[(length + end.Length)..];
        return word;
    }
}
