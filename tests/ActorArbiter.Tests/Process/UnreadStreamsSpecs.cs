using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>Whoever reads what the server prints may stall or go: the server serves, and ends, as if it were read.</summary>
public sealed class UnreadStreamsSpecs
{
    /// <summary>More lines than fit the pipe (64 KiB), and then those that may wait for it.</summary>
    private const int Warnings = 3600;

    [Fact]
    public async Task A_reader_of_stderr_that_stalls_holds_up_neither_the_rounds_nor_the_end()
    {
        using var server = await PipedServer.StartAsync();
        var endPoint = server.EndPoint;
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = 16 };
        await Parallel.ForAsync(0, Warnings, atOnce, async (_, _) =>
        {
            using var bad = await RawClient.ConnectAsync(endPoint);
            await bad.SendAsync("\n");
            await bad.ReadToEndAsync();
        });

        await server.PlayAsync();

        // About 3 s, 1.5 of them for the lines that wait; more than 10 s when the actors wait for the log.
        Assert.Equal(0, await server.ExitCodeAsync(TimeSpan.FromSeconds(8)));
    }

    [Fact]
    public async Task A_reader_of_stdout_that_goes_after_the_first_line_ends_nothing()
    {
        using var server = await PipedServer.StartAsync();
        server.Output.Close();

        await server.PlayAsync();

        Assert.Equal(0, await server.ExitCodeAsync(ProcessRunner.Patience));
    }
}
