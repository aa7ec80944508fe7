using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using Akka.Actor;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client;

/// <summary>The library against a server in this process.</summary>
public sealed class ArbiterClientSpecs
{
    [Fact]
    public async Task Two_join_are_ready_speak_and_are_told_the_same()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await using var x = await client.JoinAsync(Final, X, new RoundTerms { Of = 2 });
        await using var y = await client.JoinAsync(Final, Y);
        await Task.WhenAll(x.WhenReady, y.WhenReady).WaitAsync(Patience);

        await y.SendAsync("Bob").WaitAsync(Patience);
        await x.SendAsync("Alice").WaitAsync(Patience);

        var verdict = await x.VerdictAsync();
        Assert.Equal("Y: Bob received before X: Alice", verdict.Sentence);
        Assert.Equal(Y, verdict.Winner);
        Assert.Equal([(1, 2, Y), (2, 2, X)], verdict.Places.Select(place => (place.Place, place.Arrived, place.Id)));
        Assert.Equal(verdict, await y.VerdictAsync());
        Assert.Equal(
            [
                new RoundEvent.Connected(),
                new RoundEvent.Joined(X, 1, 2),
                new RoundEvent.Seated(Y, 2, 2),
                new RoundEvent.Ready([X, Y]),
                new RoundEvent.Sent("Alice"),
                new RoundEvent.Received("Alice"),
                new RoundEvent.Decided(verdict),
            ],
            await x.Events.ListAsync());
    }

    [Theory]
    [InlineData("X")]
    [InlineData("Z")]
    public async Task A_round_that_was_decided_before_is_joined_with_its_outcome(string id)
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        var told = await PlayAsync(client);

        await using var late = await client.JoinAsync(Final, ContenderId.Parse(id));

        Assert.True(late.WhenReady.IsCompletedSuccessfully);
        Assert.Equal(new RoundOutcome.Decided(told) { WasDecidedBefore = true }, await late.Outcome);
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => late.SendAsync("Carol"));
        Assert.Equal(ErrorCodes.TooLate, refusal.Error.Code);
    }

    [Fact]
    public async Task A_watcher_is_told_what_happens_and_a_result_is_the_verdict()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await using var events = client.WatchAsync(Final).GetAsyncEnumerator();
        for (var told = false; !told; told = events.Current is RoundEvent.Watching)
            Assert.True(await events.MoveNextAsync());

        var verdict = await PlayAsync(client);

        var watched = new List<RoundEvent>();
        while (await events.MoveNextAsync())
            watched.Add(events.Current);
        Assert.Equal(
            [
                new RoundEvent.Seated(X, 1, 2),
                new RoundEvent.Seated(Y, 2, 2),
                new RoundEvent.Ready([X, Y]),
                new RoundEvent.Decided(verdict),
            ],
            watched);
        Assert.Equal(verdict, await client.ResultAsync(Final));
    }

    [Fact]
    public async Task A_result_that_there_is_not_is_refused()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        var unknown = await Assert.ThrowsAsync<RefusedException>(() => client.ResultAsync(Final));
        await using var x = await client.JoinAsync(Final, X);
        var undecided = await Assert.ThrowsAsync<RefusedException>(() => client.ResultAsync(Final));

        Assert.Equal(
            [ErrorCodes.UnknownRound, ErrorCodes.Undecided], [unknown.Error.Code, undecided.Error.Code]);
        Assert.Equal("ERROR undecided round final is not decided yet: WATCH final to be told when it is", undecided.Message);
    }

    [Fact]
    public async Task Terms_are_the_rounds()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        var terms = new RoundTerms
        {
            Of = 2,
            Window = TimeSpan.FromHours(1),
            Deadline = TimeSpan.FromMilliseconds(50),
            StartReady = true,
        };
        await using var x = await client.JoinAsync(Final, X, terms);

        var early = await Assert.ThrowsAsync<RefusedException>(() => x.SendAsync("Alice"));
        var outcome = await x.Outcome.WaitAsync(Patience);

        Assert.Equal(ErrorCodes.TooEarly, early.Error.Code);
        Assert.Equal(new RoundOutcome.Expired(Final), outcome);
        await x.WhenReady.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_seat_is_refused_where_it_is_taken()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await using var x = await client.JoinAsync(Final, X);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => client.JoinAsync(Final, X));

        Assert.Equal(ErrorCodes.IdTaken, refusal.Error.Code);
        Assert.False(x.Outcome.IsCompleted);
    }

    [Fact]
    public async Task A_message_is_sent_once()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await using var x = await client.JoinAsync(Final, X);
        await x.SendAsync("Alice").WaitAsync(Patience);

        await Assert.ThrowsAsync<InvalidOperationException>(() => x.SendAsync("again"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" Alice")]
    [InlineData("Alice ")]
    [InlineData("Ali\nce")]
    public async Task A_text_that_the_server_would_not_read_as_it_is_is_not_sent(string text)
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await using var x = await client.JoinAsync(Final, X);

        await Assert.ThrowsAsync<ArgumentException>(() => x.SendAsync(text));
        await Assert.ThrowsAsync<ArgumentException>(() => client.ClaimAsync(RoundName.Parse("claim"), X, text));
    }

    [Fact]
    public async Task Terms_out_of_range_are_not_sent()
    {
        await using var client = Of(1);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.JoinAsync(Final, X, new RoundTerms { Of = 107 }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => client.JoinAsync(Final, X, new RoundTerms { Window = TimeSpan.Zero }));
    }

    [Fact]
    public void Options_out_of_range_make_no_client()
    {
        Assert.Throws<ArgumentException>(() => Of(1, options => options with { Host = " " }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1, options => options with { Timeout = TimeSpan.MaxValue }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(1, options => options with { RetryMin = TimeSpan.FromHours(1) }));
    }

    [Fact]
    public async Task An_actor_system_that_is_given_is_not_stopped()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var system = ActorSystem.Create("program");
        var options = ArbiterClientOptions.Default with { Port = server.EndPoints[0].Port };
        await using (var client = new ArbiterClient(options, system))
            Assert.True((await client.ClaimAsync(Final, X, "mine").WaitAsync(Patience)).IsWinner);

        Assert.False(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task An_actor_system_that_stops_ends_what_is_under_way()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var system = ActorSystem.Create("program");
        var options = ArbiterClientOptions.Default with { Port = server.EndPoints[0].Port };
        await using var client = new ArbiterClient(options, system);
        await using var x = await client.JoinAsync(Final, X).WaitAsync(Patience);

        await system.Terminate().WaitAsync(Patience);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => x.Outcome.WaitAsync(Patience));
    }

    [Fact]
    public async Task Leaving_frees_the_seat()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await using var x = await client.JoinAsync(Final, X);
        await using var y = await client.JoinAsync(Final, Y);

        await y.LeaveAsync().WaitAsync(Patience);
        await using var z = await client.JoinAsync(Final, ContenderId.Parse("Z"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => y.Outcome);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => y.SendAsync("Bob"));
        Assert.False(x.Outcome.IsCompleted);
    }

    [Fact]
    public async Task A_canceled_join_leaves_nothing_behind()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var client = Of((IPEndPoint)listener.LocalEndpoint);
        using var cancellation = new CancellationTokenSource();
        var joining = client.JoinAsync(Final, X, cancellationToken: cancellation.Token);
        using var accepted = await listener.AcceptSocketAsync().WaitAsync(Patience);
        Assert.Matches("^JOIN final X key=[0-9a-f]{32}\n$", await ReadAsync(accepted, until: "\n"));

        await cancellation.CancelAsync();

        Assert.Equal("QUIT\n", await ReadAsync(accepted, until: "QUIT\n"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => joining.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_client_that_is_disposed_leaves_all_its_rounds()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var client = Of(server.EndPoints[0]);
        var x = await client.JoinAsync(Final, X);

        await client.DisposeAsync().AsTask().WaitAsync(Patience);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => x.Outcome);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.JoinAsync(Final, X));
        await using var other = Of(server.EndPoints[0]);
        await using var again = await other.JoinAsync(Final, X);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_when_the_time_is_over()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var client = Of(
            (IPEndPoint)listener.LocalEndpoint, options => options with { Timeout = TimeSpan.FromMilliseconds(200) });

        var join = await Assert.ThrowsAsync<TimedOutException>(() => client.JoinAsync(Final, X));
        var result = await Assert.ThrowsAsync<TimedOutException>(() => client.ResultAsync(Final));

        Assert.Equal((AwaitedStep.Seat, AwaitedStep.Answer), (join.Awaited, result.Awaited));
        Assert.Equal($"timed out after 200ms waiting for a seat at {listener.LocalEndpoint}", join.Message);
    }

    [Fact]
    public async Task Where_nothing_listens_there_is_no_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var client = Of(port, options => options with { ConnectWait = TimeSpan.FromMilliseconds(100) });

        var failure = await Assert.ThrowsAsync<CannotConnectException>(() => client.JoinAsync(Final, X));

        Assert.StartsWith($"cannot connect to 127.0.0.1:{port}: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_listener_that_echoes_has_no_rounds() => ExpectNoRoundsAsync(ListenerProfile.Echo);

    [Fact]
    public Task A_listener_that_greets_has_no_rounds() => ExpectNoRoundsAsync(ListenerProfile.Greeting);

    private static async Task ExpectNoRoundsAsync(ListenerProfile profile)
    {
        await using var server = await ArbiterFixture.StartAsync(profile, contenders: 1);
        await using var client = Of(server.EndPoints[0]);

        var failure = await Assert.ThrowsAsync<ConnectionLostException>(() => client.JoinAsync(Final, X));

        Assert.EndsWith("where the answer to JOIN was due: it knows no rounds", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<RoundVerdict> PlayAsync(ArbiterClient client)
    {
        await using var x = await client.JoinAsync(Final, X);
        await using var y = await client.JoinAsync(Final, Y);
        await x.SendAsync("Alice").WaitAsync(Patience);
        await y.SendAsync("Bob").WaitAsync(Patience);
        return await x.VerdictAsync();
    }

    private static async Task<string> ReadAsync(Socket socket, string until)
    {
        var read = "";
        var buffer = new byte[1024];
        while (!read.EndsWith(until, StringComparison.Ordinal)
            && await socket.ReceiveAsync(buffer).WaitAsync(Patience) is > 0 and var count)
            read += Encoding.UTF8.GetString(buffer, 0, count);
        return read;
    }
}
