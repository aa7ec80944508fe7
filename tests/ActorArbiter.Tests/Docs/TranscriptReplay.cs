using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Docs;

/// <summary>
/// Plays a transcript with real connections. A step is taken when those before it have happened: what the server does not
/// answer, it has logged.
/// </summary>
internal sealed class TranscriptReplay
{
    private const string ShuttingDown = "ERROR shutting-down the server is stopping\n";

    private readonly Dictionary<string, Client> _clients = [];
    private readonly DocumentedLines _lines = new();
    private readonly List<string> _printed = [];
    private readonly ArbiterFixture _server;
    private readonly ListenerProfile _profile;

    private TranscriptReplay(ArbiterFixture server, ListenerProfile profile)
    {
        _server = server;
        _profile = profile;
    }

    /// <summary>Plays <paramref name="transcript"/> on a server of its own, up to that server's end.</summary>
    public static async Task PlayAsync(ProtocolDocument.Transcript transcript)
    {
        await using var server = await ArbiterFixture.StartAsync(transcript.Profile);
        var replay = new TranscriptReplay(server, transcript.Profile);
        try
        {
            await replay.PlayAsync(transcript.Steps);
            await replay.EndAsync();
        }
        finally
        {
            foreach (var client in replay._clients.Values)
                client.Connection.Dispose();
        }
    }

    private async Task PlayAsync(IReadOnlyList<TranscriptStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            await DoAsync(steps[i]);
            var isAnswered = i + 1 < steps.Count && steps[i + 1] is TranscriptStep.Told or TranscriptStep.Closed;
            if (steps[i] is TranscriptStep.Act act && !isAnswered)
                await NoticedAsync(act);
        }
    }

    private async Task DoAsync(TranscriptStep step)
    {
        switch (step)
        {
            case TranscriptStep.Connect connect:
                await ConnectAsync(connect.Client);
                break;
            case TranscriptStep.Send send:
                var sender = _clients.GetValueOrDefault(send.Client) ?? await ConnectAsync(send.Client);
                sender.IsSession ??= IsSessionStart(send.Text);
                await sender.Connection.SendAsync(send.Text);
                break;
            case TranscriptStep.HalfClose halfClose:
                _clients[halfClose.Client].Connection.HalfClose();
                break;
            case TranscriptStep.Reset reset:
                _clients[reset.Client].Connection.Reset();
                _clients[reset.Client].IsClosed = true;
                break;
            case TranscriptStep.Told told when told.Text.EndsWith('\n'):
                _lines.Compare(told.Text, await _clients[told.Client].Connection.ReadLineAsync());
                break;
            case TranscriptStep.Told told:
                await _clients[told.Client].Connection.ExpectAsync(told.Text);
                break;
            case TranscriptStep.Closed closed:
                Assert.Empty(await _clients[closed.Client].Connection.ReadToEndAsync());
                _clients[closed.Client].Connection.Dispose();
                _clients[closed.Client].IsClosed = true;
                break;
            case TranscriptStep.Printed printed:
                _printed.Add(printed.Line);
                break;
        }
    }

    private async Task<Client> ConnectAsync(string name)
    {
        var client = new Client(await _server.ConnectAsync(), _clients.Count + 1);
        _clients.Add(name, client);
        await (_profile == ListenerProfile.Greeting
            ? _server.Log.SeenAsync($"connection 1.{client.Number} has the seat of ")
            : _server.AcceptedAsync(client.Number));
        return client;
    }

    private async Task NoticedAsync(TranscriptStep.Act act)
    {
        switch (act)
        {
            case TranscriptStep.Send send when _profile != ListenerProfile.Echo && _clients[send.Client].IsSession is false:
                await _server.SubmittedAsync(send.Text[(send.Text.IndexOf(": ", StringComparison.Ordinal) + 1)..].Trim());
                break;
            case TranscriptStep.HalfClose halfClose:
                await _server.Log.SeenAsync($"connection 1.{_clients[halfClose.Client].Number} closed its sending side");
                break;
            case TranscriptStep.Reset reset:
                await _server.Log.SeenAsync($"connection 1.{_clients[reset.Client].Number} is closed");
                break;
        }
    }

    /// <summary>Stops the server: nobody was sent more than is documented, and no more was printed.</summary>
    private async Task EndAsync()
    {
        _server.Stop();
        foreach (var client in _clients.Values.Where(client => !client.IsClosed))
        {
            Assert.Equal(_profile == ListenerProfile.Echo ? "" : ShuttingDown, await client.Connection.ReadToEndAsync());
            client.Connection.Dispose();
        }

        var printed = await _server.TranscriptAsync();
        if (_printed.Count > 0)
            Assert.Equal(string.Concat(_printed.Select(line => $"{line}\n")), printed);
    }

    private static bool IsSessionStart(string text)
    {
        var hasEnd = text.EndsWith('\n');
        return SessionLine.IsSessionStart(Encoding.UTF8.GetBytes(text.TrimEnd('\n')), hasEnd ? LineEnding.Lf : LineEnding.None);
    }

    /// <param name="connection">Its connection.</param>
    /// <param name="number">The connection's number in the server.</param>
    private sealed class Client(RawClient connection, int number)
    {
        public RawClient Connection { get; } = connection;

        public int Number { get; } = number;

        /// <summary>Whether it holds a session; not known before its first line.</summary>
        public bool? IsSession { get; set; }

        public bool IsClosed { get; set; }
    }
}
