using System.Diagnostics;
using System.Text;

namespace Benchmarks.Hostile.Scenarios;

/// <summary>
/// Sessions that ask and ask, and never read an answer. The server reads no further from them while too much waits for them,
/// and loses them when their kernels took nothing for 30 s.
/// </summary>
internal sealed class UnreadAnswers : IScenario
{
    private const int ClientsPerCommand = 10;
    private const int Contenders = 100;
    private const int ReceiveBuffer = 4096;

    public string Name => "unread-answers";

    public async Task<string> RunAsync(Target target)
    {
        var round = $"large-{Stopwatch.GetTimestamp()}";
        await DecideLargeRoundAsync(target, round).ConfigureAwait(false);

        var clients = new List<HostileClient>();
        var asking = new List<Task>();
        try
        {
            foreach (var command in new[] { "PING 123456789", "HELP", $"RESULT {round}" })
            {
                var lines = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(command + "\n", 1000)));
                for (var i = 0; i < ClientsPerCommand; i++)
                {
                    var client = await HostileClient.ConnectAsync(target.Classic, target.Patience, ReceiveBuffer)
                        .ConfigureAwait(false);
                    clients.Add(client);
                    asking.Add(AskAsync(client, lines));
                }
            }

            await target.ConnectionsAsync(open => open >= clients.Count).ConfigureAwait(false);
            var started = Stopwatch.GetTimestamp();
            await target.ConnectionsAsync(open => open <= Bystanders.MostConnections).ConfigureAwait(false);
            return FormattableString.Invariant(
                $"{clients.Count} sessions lost after {Stopwatch.GetElapsedTime(started).TotalSeconds:f0} s");
        }
        finally
        {
            foreach (var client in clients)
                client.Dispose();
            await Task.WhenAll(asking).ConfigureAwait(false);
        }
    }

    private static async Task AskAsync(HostileClient client, byte[] lines)
    {
        while (await client.TrySendAsync(lines).ConfigureAwait(false))
        {
        }
    }

    /// <summary>A round whose verdict is about as long as one can be.</summary>
    private static async Task DecideLargeRoundAsync(Target target, string round)
    {
        var text = new string('x', 256);
        var contenders = new List<SessionClient>();
        try
        {
            for (var number = 1; number <= Contenders; number++)
            {
                var contender = await SessionClient.ConnectAsync(target.Classic, target.Patience).ConfigureAwait(false);
                contenders.Add(contender);
                await contender.SendAsync($"JOIN {round} C{number} of={Contenders} brief=yes\nSEND {text}\n").ConfigureAwait(false);
            }

            foreach (var contender in contenders)
                await contender.ReadToAsync($"VERDICT {round} ").ConfigureAwait(false);
        }
        finally
        {
            contenders.ForEach(contender => contender.Dispose());
        }
    }
}
