using System.Net;
using System.Net.Sockets;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Durability;

/// <summary>
/// Pairs of clients that play until the server is gone: rounds of two and claims in sessions that stay open, and classic rounds.
/// </summary>
/// <param name="server">Where to play.</param>
/// <param name="name">What the names of rounds and the messages begin with: every one is of its own.</param>
/// <param name="told">Where they write down what they are told.</param>
internal sealed class DurabilityLoad(IPEndPoint server, string name, ToldVerdicts told)
{
    private const int SessionPairs = 4;
    private const int ClaimPairs = 2;
    private const int ClassicPairs = 2;

    /// <summary>Completes when the server has cut all of them off.</summary>
    public Task PlayAsync() => Task.WhenAll(
    [
        .. Enumerable.Range(0, SessionPairs).Select(pair => PlayRoundsAsync($"{name}-round-{pair}", "")),
        .. Enumerable.Range(0, ClaimPairs).Select(pair => PlayRoundsAsync($"{name}-claim-{pair}", "of=1")),
        .. Enumerable.Range(0, ClassicPairs).Select(pair => PlayClassicAsync($"{name}-classic-{pair}")),
    ]);

    private static async Task UntilCutOffAsync(Func<Task> play)
    {
        try
        {
            await play();
        }
        catch (Exception e) when (e is SocketException or EndOfStreamException)
        {
            // The server is gone.
        }
    }

    private Task PlayRoundsAsync(string pair, string terms) => UntilCutOffAsync(async () =>
    {
        using var x = await LineClient.ConnectAsync(server);
        using var y = await LineClient.ConnectAsync(server);
        for (var number = 0; ; number++)
        {
            var round = $"{pair}-{number}";
            await x.SendAsync($"JOIN {round} X {terms}\nSEND {round}\n");
            await y.SendAsync($"JOIN {round} Y {terms}\nSEND {round}\n");
            await ReadVerdictAsync(x, round);
            await ReadVerdictAsync(y, round);
        }
    });

    private async Task ReadVerdictAsync(LineClient client, string round)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await client.ReadLineAsync() ?? throw new EndOfStreamException();
            Assert.True(SessionReply.TryParse(line, out var reply), $"'{line}' is no line of a session");
            if (reply is SessionReply.Placed or SessionReply.Verdict)
                lines.Add(line);
            if (reply is not SessionReply.Verdict verdict)
                continue;
            Assert.Equal(round, verdict.Round.Value);
            told.Add(verdict, [.. lines]);
            return;
        }
    }

    private Task PlayClassicAsync(string pair) => UntilCutOffAsync(async () =>
    {
        for (var number = 0; ; number++)
        {
            using var x = await LineClient.ConnectAsync(server);
            using var y = await LineClient.ConnectAsync(server);
            await x.SendAsync($"Client X: {pair}-{number}\n");
            await y.SendAsync($"Client Y: {pair}-{number}\n");
            told.Add(await x.ReadLineAsync() ?? throw new EndOfStreamException());
            told.Add(await y.ReadLineAsync() ?? throw new EndOfStreamException());
        }
    });
}
