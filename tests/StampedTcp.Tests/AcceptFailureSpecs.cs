using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using Akka.Util;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>A process that may open no more files, which is made so with setrlimit(2).</summary>
[Collection(RunsAlone.Name)]
public sealed class AcceptFailureSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Clients_are_served_when_it_is_over_and_one_warning_was_enough()
    {
        var server = await ListenAsync(new StampedListenerOptions { AcceptPause = Pause });
        using var open = await server.ConnectAsync();
        await server.SettleAsync();
        var client = NewClient();
        await WarmUpAsync(server, open);

        var accepted = default(StampedSocket);
        server.Owner.Reaction = _ =>
        {
            accepted ??= server.Listener.TryAccept();
            if (accepted is null)
                server.Listener.AwaitClient();
        };
        var spent = TimeSpan.Zero;
        var failures = 0;
        await EventFilter.Warning(contains: "no client can be accepted").ExpectOneAsync(async () =>
        {
            using (new Exhausted())
            {
                await server.AwaitClientAsync();
                await client.ConnectAsync(server.Address).Bounded();

                // It fails at once, and then after each pause.
                var before = await server.Owner.InTurnAsync(_ => Native.ThreadTime);
                for (; failures < 4; failures++)
                    await server.Owner.ExpectAsync(SocketEvent.Acceptable);
                spent = await server.Owner.InTurnAsync(_ => Native.ThreadTime) - before;

                // Meanwhile the others are served.
                await open.Peer.SendAsync("and I?");
                Assert.Equal("and I?", await open.ReadTextAsync(6));
            }

            while (await server.Owner.InTurnAsync(_ => accepted) is null)
                await server.Owner.ExpectAsync(SocketEvent.Acceptable);
        });

        Assert.InRange(spent, TimeSpan.Zero, Pause);
        client.Dispose();
    }

    [Fact]
    public async Task A_listener_whose_clients_were_all_accepted_when_it_failed_finds_the_next_ones()
    {
        var server = await ListenAsync(new StampedListenerOptions { AcceptPause = Pause });
        using var open = await server.ConnectAsync();
        await server.SettleAsync();
        await WarmUpAsync(server, open);

        // The kernel looks for a descriptor before it looks for a client.
        using (new Exhausted())
            Assert.Null(await server.TryAcceptAsync());
        await server.AwaitClientAsync();
        await server.Owner.ExpectAsync(SocketEvent.Acceptable);
        Assert.Null(await server.TryAcceptAsync());

        // That was the end of the pause: from now on it is told of clients, and not again and again of none.
        await server.AwaitClientAsync();
        await server.SettleAsync();
        Assert.False(server.Owner.IsTold);
        using var next = await server.ConnectAsync();
        await next.Peer.SendAsync("served");
        Assert.Equal("served", await next.ReadTextAsync(6));
    }

    [Fact]
    public async Task While_it_pauses_nothing_is_told_unasked()
    {
        var server = await ListenAsync(new StampedListenerOptions { AcceptPause = Pause });
        using var open = await server.ConnectAsync();
        await server.SettleAsync();
        await WarmUpAsync(server, open);

        using (new Exhausted())
            Assert.Null(await server.TryAcceptAsync());
        await LoopTime.DuringAsync(open.Owner, 2 * Pause);

        Assert.False(server.Owner.IsTold);
    }

    [Fact]
    public async Task Another_failure_after_a_success_is_warned_of_again()
    {
        var server = await ListenAsync(new StampedListenerOptions { AcceptPause = TimeSpan.FromMilliseconds(1) });
        using var open = await server.ConnectAsync();
        await server.SettleAsync();
        await WarmUpAsync(server, open);

        await EventFilter.Warning(contains: "no client can be accepted").ExpectAsync(2, async () =>
        {
            for (var failure = 0; failure < 2; failure++)
            {
                using (new Exhausted())
                {
                    Assert.Null(await server.TryAcceptAsync());
                    await server.AwaitClientAsync();
                    await server.Owner.ExpectAsync(SocketEvent.Acceptable);
                    Assert.Null(await server.TryAcceptAsync());
                }

                await server.AwaitClientAsync();
                await server.Owner.ExpectAsync(SocketEvent.Acceptable);
                using var next = await server.ConnectAsync();
            }
        });
    }

    [Fact]
    public async Task A_listener_that_ends_while_it_pauses_tells_nothing_more()
    {
        var server = await ListenAsync(new StampedListenerOptions { AcceptPause = Pause });
        using var open = await server.ConnectAsync();
        await server.SettleAsync();
        await WarmUpAsync(server, open);
        using (new Exhausted())
            Assert.Null(await server.TryAcceptAsync());
        await server.AwaitClientAsync();

        await server.DisposeAsync();
        await LoopTime.DuringAsync(open.Owner, 2 * Pause);

        Assert.False(server.Owner.IsTold);
    }

    /// <summary>All that follows is compiled and loaded, for which files are opened.</summary>
    private static async Task WarmUpAsync(TestServer server, Link open)
    {
        StandardOutWriter.WriteLine("What is logged is written with this.");
        using (new Exhausted(spare: 64))
        {
            await server.AwaitClientAsync();
            using var client = NewClient();
            await client.ConnectAsync(server.Address).Bounded();
            await server.Owner.ExpectAsync(SocketEvent.Acceptable);
            var accepted = await server.TryAcceptAsync();
            await server.Owner.InTurnAsync(_ => accepted!.Close());
            await open.Peer.SendAsync("warm");
            await open.ReadTextAsync(4);
            await LoopTime.DuringAsync(open.Owner, TimeSpan.FromMilliseconds(1));
        }

        await server.AwaitClientAsync();
        using var last = NewClient();
        await last.ConnectAsync(server.Address).Bounded();
        await server.Owner.ExpectAsync(SocketEvent.Acceptable);
        await server.TryAcceptAsync();
    }

    private static Socket NewClient() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>No free descriptor, until it is disposed.</summary>
    private sealed class Exhausted : IDisposable
    {
        private readonly List<FileStream> _files = [];
        private readonly long _limit;

        /// <param name="spare">How many are left free all the same.</param>
        public Exhausted(int spare = 0)
        {
            // As many as there are, so that few have to be opened until none is free.
            var highest = Directory.GetFiles("/proc/self/fd").Max(name => int.Parse(Path.GetFileName(name), null));
            _limit = Native.LimitDescriptors(highest + 8 + spare);
            try
            {
                while (spare == 0)
                    _files.Add(new FileStream("/dev/null", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0));
            }
            catch (IOException)
            {
                // That was the last.
            }
        }

        public void Dispose()
        {
            Native.LimitDescriptors(_limit);
            _files.ForEach(file => file.Dispose());
        }
    }
}
