using ActorArbiter.Tests.Journal;
using ActorArbiter.Tests.Process;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Durability;

/// <summary>What a killed process cannot show, for its writes survive it: a verdict is on the disk before it is told.</summary>
public sealed class SyncBeforeTellingSpecs
{
    private const int Rounds = 10;

    [StraceFact]
    public async Task The_log_is_synced_before_a_verdicts_first_byte_leaves()
    {
        using var journal = new JournalFolder();
        var trace = Path.Combine(journal.Path, "trace");
        var names = Enumerable.Range(10, Rounds).Select(number => $"traced-{number}").ToArray();
        using (var server = await ArbiterProcess.StartTracedAsync(trace, "--port", "0", "--quiet", "--journal", journal.File))
        {
            using var x = await LineClient.ConnectAsync(server.EndPoints[0]);
            using var y = await LineClient.ConnectAsync(server.EndPoints[0]);
            foreach (var name in names)
            {
                await x.SendAsync($"JOIN {name} X brief=yes\nSEND x\n");
                await y.SendAsync($"JOIN {name} Y brief=yes\nSEND y\n");
                Assert.StartsWith($"VERDICT {name} ", await x.ReadLineAsync(), StringComparison.Ordinal);
                Assert.StartsWith($"VERDICT {name} ", await y.ReadLineAsync(), StringComparison.Ordinal);
            }

            server.Send(ProcessSignal.Terminate);
            Assert.Equal(0, await server.ExitCodeAsync());
            await server.Error.Rest(); // Held open by strace, which ends when all is written.
        }

        var violations = SyncOrder.Violations(SystemCallTrace.Parse(File.ReadLines(trace)), names);
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
