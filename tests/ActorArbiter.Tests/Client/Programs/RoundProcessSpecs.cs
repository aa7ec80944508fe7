using System.Net;
using System.Net.Sockets;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using TestSupport;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client.Programs;

/// <summary>Named rounds as a script sees them: exit codes, and what goes to which stream.</summary>
public sealed class RoundProcessSpecs : IAsyncLifetime
{
    private ArbiterFixture _server = null!;
    private ArbiterClient _client = null!;

    private string Port => $"{_server.EndPoints[0].Port}";

    public async Task InitializeAsync()
    {
        _server = await ArbiterFixture.StartAsync();
        _client = Of(_server.EndPoints[0]);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_contender_a_watcher_and_who_asks_later_are_told_the_same_verdict()
    {
        using var watcher = ProcessRunner.Start("ActorClient", "watch", "final", "--port", Port);
        Assert.Equal("final: watching", await watcher.Output.Next());
        using var x = ProcessRunner.StartWithInput(
            "ActorClient", "--round", "final", "--wait", "X", "Alice", "--port", Port);
        Assert.Equal("final: X is seated, 1 of 2", await x.Error.Next());
        Assert.Equal("final: Enter sends Alice", await x.Error.Next());
        await using var y = await _client.JoinAsync(Final, Y);
        await y.SendAsync("Bob").WaitAsync(Patience);
        await x.Input.WriteLineAsync();

        Assert.Equal(ExitCodes.Replied, await x.ExitCode());
        Assert.Equal(["Client X: Alice", "Y: Bob received before X: Alice"], await x.Output.Rest());
        Assert.Equal(ExitCodes.Replied, await watcher.ExitCode());
        Assert.Equal("Y: Bob received before X: Alice", (await watcher.Output.Rest())[^1]);
        Assert.Empty(await watcher.Error.Rest());
        using var result = ProcessRunner.Start("ActorClient", "result", "final", "--port", Port);
        Assert.Equal(ExitCodes.Replied, await result.ExitCode());
        Assert.Equal(["Y: Bob received before X: Alice"], await result.Output.Rest());
        Assert.StartsWith("1/2 Y +0ns ", (await result.Error.Rest())[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_is_open_or_unknown_has_no_verdict_to_tell()
    {
        await using var x = await _client.JoinAsync(Final, X);
        foreach (var (round, code) in new[] { ("final", "undecided"), ("nobody", "unknown-round") })
        {
            using var result = ProcessRunner.Start("ActorClient", "result", round, "--port", Port, "--json");

            Assert.Equal(ExitCodes.NoVerdict, await result.ExitCode());
            Assert.Contains($"\"code\":\"{code}\"", Assert.Single(await result.Output.Rest()), StringComparison.Ordinal);
            Assert.StartsWith($"ERROR {code} ", Assert.Single(await result.Error.Rest()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_round_that_expires_ends_the_watching_without_a_verdict()
    {
        using var watcher = ProcessRunner.Start("ActorClient", "watch", "final", "--port", Port);
        Assert.Equal("final: watching", await watcher.Output.Next());
        await using var x = await _client.JoinAsync(
            Final, X, new RoundTerms { Deadline = TimeSpan.FromMilliseconds(1), StartReady = true });

        Assert.Equal(ExitCodes.NoVerdict, await watcher.ExitCode());
        Assert.Equal("final has expired: nobody's message arrived by its deadline", (await watcher.Output.Rest())[^1]);
    }

    [Fact]
    public async Task A_round_that_is_full_is_refused()
    {
        await using var x = await _client.JoinAsync(Final, X);
        await using var y = await _client.JoinAsync(Final, Y);
        using var z = ProcessRunner.Start("ActorClient", "--round", "final", "Z", "Carol", "--port", Port);

        Assert.Equal(ExitCodes.Refused, await z.ExitCode());
        Assert.Empty(await z.Output.Rest());
        Assert.StartsWith("ERROR round-full ", Assert.Single(await z.Error.Rest()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_unknown_cannot_be_asked()
    {
        using var result = ProcessRunner.Start("ActorClient", "result", "final", "--host", "no host");

        Assert.Equal(ExitCodes.CannotConnect, await result.ExitCode());
        var line = Assert.Single(await result.Error.Rest());
        Assert.StartsWith("cannot connect to no host:12000: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_arbiter_at_all_is_a_lost_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var result = ProcessRunner.Start(
            "ActorClient", "result", "final", "--port", $"{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var mailServer = await listener.AcceptSocketAsync().WaitAsync(ProcessRunner.Patience);
        await mailServer.SendAsync("220 mail.example.org ESMTP\r\n"u8.ToArray());

        Assert.Equal(ExitCodes.ConnectionLost, await result.ExitCode());
        Assert.StartsWith("connection to ", Assert.Single(await result.Error.Rest()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_does_not_fill_is_given_up_after_the_timeout()
    {
        using var x = ProcessRunner.Start("ActorClient", "--round", "final", "X", "Alice", "--port", Port, "--timeout", "1s");

        Assert.Equal(ExitCodes.TimedOut, await x.ExitCode());
        Assert.StartsWith("timed out after 1s ", (await x.Error.Rest())[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProcessSignal.Interrupt, ExitCodes.Interrupted)]
    [InlineData(ProcessSignal.Terminate, ExitCodes.Terminated)]
    public async Task A_signal_leaves_the_round(ProcessSignal signal, int exitCode)
    {
        using var x = ProcessRunner.Start("ActorClient", "--round", "final", "X", "Alice", "--port", Port);
        Assert.Equal("final: X is seated, 1 of 2", await x.Error.Next());

        x.Send(signal);

        Assert.Equal(exitCode, await x.ExitCode());
        Assert.Empty(await x.Output.Rest());
        Assert.Empty(await x.Error.Rest());
        await using var again = await _client.JoinAsync(Final, X).WaitAsync(Patience);
    }
}
