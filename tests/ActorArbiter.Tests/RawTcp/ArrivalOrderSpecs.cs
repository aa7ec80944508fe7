using TestSupport;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>The verdict is the order in which messages arrived, on a server whose other parts are busy.</summary>
public sealed class ArrivalOrderSpecs
{
    private const int Rounds = 300;
    private const int RoundsWithCollections = 60;

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task Messages_sent_one_right_behind_the_other_are_told_as_they_were_sent()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await PlayAsync(server, Rounds);
        await AllByKernelStampAsync(server, Rounds);
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task Garbage_collections_do_not_change_the_order()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await PlayAsync(server, RoundsWithCollections, meanwhile: GC.Collect);
        await AllByKernelStampAsync(server, RoundsWithCollections);
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task A_message_in_pieces_arrived_with_its_last_byte()
    {
        await using var server = await ArbiterFixture.StartAsync();
        for (var round = 0; round < 50; round++)
        {
            using var x = await server.SendAsync("Client X: Al");
            using var y = await server.SendAsync("Client Y: B");
            await y.SendAsync("ob\n");
            await x.SendAsync("ice\n");
            Assert.Equal("Y: Bob received before X: Alice\n", await x.ReadToEndAsync());
            Assert.Equal("Y: Bob received before X: Alice\n", await y.ReadToEndAsync());
        }

        await AllByKernelStampAsync(server, 50);
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task A_message_without_a_line_end_arrived_with_its_last_byte_and_not_when_it_was_found_complete()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice");
        using var y = await server.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob", await x.ReadToEndAsync());
        await AllByKernelStampAsync(server, 1);
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task What_follows_a_message_in_the_same_read_makes_its_stamp_an_upper_bound()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\nand more");
        using var y = await server.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
        await EndsWithAsync(server, "told 1 verdict: 0 kernel, 1 kernel-late, 0 read, 0 mailbox; 0 messages overtaken");
    }

    private static async Task PlayAsync(ArbiterFixture server, int rounds, Action? meanwhile = null)
    {
        for (var round = 0; round < rounds; round++)
        {
            var (first, second) = round % 2 == 0 ? ("X", "Y") : ("Y", "X");
            using var one = await server.ConnectAsync();
            using var other = await server.ConnectAsync();
            var disturbance = meanwhile is null ? Task.CompletedTask : Task.Run(meanwhile);
            await one.SendAsync($"Client {first}: {round}\n");
            await other.SendAsync($"Client {second}: {round}\n");

            var expected = $"{first}: {round} received before {second}: {round}\n";
            Assert.Equal(expected, await one.ReadToEndAsync());
            Assert.Equal(expected, await other.ReadToEndAsync());
            await disturbance;
        }
    }

    private static Task AllByKernelStampAsync(ArbiterFixture server, int rounds) => EndsWithAsync(
        server,
        $"told {rounds} verdict{(rounds == 1 ? "" : "s")}: {rounds} kernel, 0 kernel-late, 0 read, 0 mailbox; 0 messages overtaken");

    private static async Task EndsWithAsync(ArbiterFixture server, string lastWord)
    {
        server.Stop();
        await server.Log.SeenAsync(lastWord);
    }
}
