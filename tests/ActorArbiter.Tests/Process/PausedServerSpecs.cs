using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>A server that is stopped and continued (SIGSTOP, SIGCONT) tells what happened meanwhile as it happened.</summary>
public sealed class PausedServerSpecs
{
    private const int Rounds = 20;

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task Messages_that_came_while_the_server_was_paused_are_told_as_they_came()
    {
        using var server = await ArbiterProcess.StartAsync("--port", "0", "--quiet");
        for (var round = 0; round < Rounds; round++)
        {
            // Bytes wait for connections that are not even accepted yet.
            server.Pause();
            using var x = await RawClient.ConnectAsync(server.EndPoints[0]);
            using var y = await server.SendAsync("Client Y: Bob\n");
            await x.SendAsync("Client X: Alice\n");
            server.Send(ProcessSignal.Continue);

            Assert.Equal("Y: Bob received before X: Alice\n", await x.ReadToEndAsync());
            Assert.Equal("Y: Bob received before X: Alice\n", await y.ReadToEndAsync());
        }

        await AllByKernelStampAsync(server);
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task A_pause_in_the_middle_of_a_round_does_not_change_its_order()
    {
        using var server = await ArbiterProcess.StartAsync("--port", "0", "--quiet");
        for (var round = 0; round < Rounds; round++)
        {
            using var y = await RawClient.ConnectAsync(server.EndPoints[0]);
            using var x = await server.SendAsync("Client X: Al");
            await y.SendAsync("Client Y: Bob\n");
            server.Pause();
            await x.SendAsync("ice\n");
            server.Send(ProcessSignal.Continue);

            Assert.Equal("Y: Bob received before X: Alice\n", await x.ReadToEndAsync());
            Assert.Equal("Y: Bob received before X: Alice\n", await y.ReadToEndAsync());
        }

        await AllByKernelStampAsync(server);
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task A_message_whose_sender_closed_its_side_before_it_was_read_may_have_come_earlier_and_that_is_said()
    {
        using var server = await ArbiterProcess.StartAsync("--port", "0", "--quiet");
        for (var round = 0; round < Rounds; round++)
        {
            server.Pause();
            using var x = await server.SendAsync("Client X: Alice\n");
            x.HalfClose();
            using var y = await server.SendAsync("Client Y: Bob\n");
            server.Send(ProcessSignal.Continue);

            Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
        }

        await EndsWithAsync(server, $"0 kernel, {Rounds} kernel-late, 0 read, 0 mailbox");
    }

    [Fact]
    public async Task A_message_in_pieces_is_not_cut_by_a_pause_longer_than_the_quiet_time()
    {
        using var server = await ArbiterProcess.StartAsync("--port", "0", "--quiet");
        using var y = await RawClient.ConnectAsync(server.EndPoints[0]);
        using var x = await server.SendAsync("Client X: Al");
        await y.SendAsync("Client Y: Bob\n");
        server.Pause();
        await x.SendAsync("ice");

        // The pause is the input: longer than the quiet time, so that the timer is found to be late.
        await Task.Delay(TimeSpan.FromMilliseconds(400));
        server.Send(ProcessSignal.Continue);

        Assert.Equal("Y: Bob received before X: Alice\n", await y.ReadToEndAsync());
    }

    private static Task AllByKernelStampAsync(ArbiterProcess server) =>
        EndsWithAsync(server, $"{Rounds} kernel, 0 kernel-late, 0 read, 0 mailbox");

    private static async Task EndsWithAsync(ArbiterProcess server, string told)
    {
        server.Send(ProcessSignal.Terminate);
        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.Contains(
            await server.Error.Rest(),
            line => line.EndsWith($"told {Rounds} verdicts: {told}; 0 messages overtaken", StringComparison.Ordinal));
    }
}
