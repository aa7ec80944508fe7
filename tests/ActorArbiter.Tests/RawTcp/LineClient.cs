using System.Net;
using System.Text;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>A client that reads line by line, and waits a minute for each.</summary>
internal sealed class LineClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly RawClient _client;
    private readonly CancellationTokenSource _patience = new();
    private byte[] _read = new byte[1024];
    private int _start;
    private int _end;

    private LineClient(RawClient client) => _client = client;

    public static async Task<LineClient> ConnectAsync(IPEndPoint server) => new(await RawClient.ConnectAsync(server));

    public Task SendAsync(string lines) => _client.SendAsync(lines);

    public Task SendAsync(ReadOnlyMemory<byte> bytes) => _client.SendAsync(bytes);

    /// <summary>The next line without its end; none when the server has closed.</summary>
    public async ValueTask<string?> ReadLineAsync()
    {
        while (true)
        {
            var unread = _read.AsMemory(_start, _end - _start);
            var feed = unread.Span.IndexOf((byte)'\n');
            if (feed >= 0)
            {
                _start += feed + 1;
                return Encoding.UTF8.GetString(unread.Span[..feed]);
            }

            if (unread.Length == _read.Length)
                Array.Resize(ref _read, 2 * _read.Length);
            unread.CopyTo(_read);
            (_start, _end) = (0, unread.Length);
            _patience.CancelAfter(Patience);
            var count = await _client.ReceiveAsync(_read.AsMemory(_end), _patience.Token);
            if (count == 0)
                return null;
            _end += count;
        }
    }

    public void HalfClose() => _client.HalfClose();

    public void Reset() => _client.Reset();

    public void Dispose()
    {
        _patience.Dispose();
        _client.Dispose();
    }
}
