using System.Text;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.History;

/// <summary>Wherever TCP cuts what a client sends, it is read the same.</summary>
public sealed class SegmentSpecs
{
    [Fact]
    public async Task A_session_may_be_cut_at_every_offset()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var lines = Encoding.UTF8.GetBytes("JOIN r-00 X of=2\r\nClient X: Zoë\nPING done\n");
        using var other = await LineClient.ConnectAsync(server.EndPoints[0]);
        for (var cut = 1; cut < lines.Length; cut++)
        {
            var round = $"r-{cut:d2}";
            Encoding.UTF8.GetBytes(round).CopyTo(lines, "JOIN ".Length);
            using var client = await LineClient.ConnectAsync(server.EndPoints[0]);
            await client.SendAsync(lines.AsMemory(0, cut));
            await server.AcceptedAsync(cut + 1);
            await client.SendAsync(lines.AsMemory(cut));
            string?[] expected = [$"JOINED {round} X 1/2", $"RECEIVED {round} X: Zoë", "PONG done"];
            foreach (var line in expected)
                Assert.Equal(line, await client.ReadLineAsync());

            await other.SendAsync($"JOIN {round} Y brief=yes\nSEND Bob\n");
            Assert.EndsWith(" X: Zoë received before Y: Bob", await other.ReadLineAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_classic_message_may_be_cut_at_every_offset()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Contenders = 1 },
            Connections = options.Connections with { QuietTime = TimeSpan.FromMinutes(1) },
        });
        var message = Encoding.UTF8.GetBytes("Client X: Zoë\r\n");
        for (var cut = 1; cut < message.Length; cut++)
        {
            using var client = await server.ConnectAsync();
            await client.SendAsync(message.AsMemory(0, cut));
            await server.AcceptedAsync(cut);
            await client.SendAsync(message.AsMemory(cut));
            Assert.Equal("X: Zoë\r\n", await client.ReadToEndAsync());
        }
    }
}
