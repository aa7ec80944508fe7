using System.Net;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.History;

/// <summary>A client that watches rounds and takes part in none.</summary>
internal sealed class RandomWatcher(int number, IPEndPoint server, HistoryRecorder recorder)
{
    /// <summary>Watches at most a hundred rounds until all of them are told.</summary>
    public async Task WatchAsync(IReadOnlyCollection<PlannedRound> rounds)
    {
        using var client = await LineClient.ConnectAsync(server);
        await client.SendAsync(string.Concat(rounds.Select(round => $"WATCH {round.Name}\n")));
        var untold = rounds.Select(round => round.Name).ToHashSet();
        while (untold.Count > 0)
        {
            var line = await client.ReadLineAsync();
            Assert.True(SessionReply.TryParse(line ?? "", out var reply), $"'{line}' is no line of a session");
            switch (reply)
            {
                case SessionReply.Placed placed:
                    recorder.Told(placed.Round.Value, $"watcher-{number}", reply);
                    break;
                case SessionReply.Verdict verdict:
                    recorder.Told(verdict.Round.Value, $"watcher-{number}", reply);
                    untold.Remove(verdict.Round.Value);
                    break;
            }
        }
    }
}
