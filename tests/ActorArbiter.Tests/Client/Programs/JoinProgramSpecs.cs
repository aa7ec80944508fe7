using ActorArbiter.Protocol;
using ActorArbiter.Tests.Client.Terminal;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using ActorClient.CommandLine;
using ActorClient.Programs;
using ActorClient.Terminal;
using ActorClient.Terminal.Rounds;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client.Programs;

/// <summary>X takes part in a round of a server in this process, as the command line asks.</summary>
public sealed class JoinProgramSpecs : IAsyncLifetime, IDisposable
{
    private readonly TypedLines _keyboard = new();
    private readonly ConsoleText _text;
    private readonly CancellationTokenSource _stop = new();
    private ArbiterFixture _server = null!;
    private ArbiterClient _client = null!;

    public JoinProgramSpecs() => _text = new ConsoleText(input: _keyboard);

    public async Task InitializeAsync()
    {
        _server = await ArbiterFixture.StartAsync();
        _client = Of(_server.EndPoints[0]);
    }

    public async Task DisposeAsync()
    {
        _keyboard.End();
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _keyboard.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task The_message_is_sent_when_all_are_ready()
    {
        var program = Run(SendMoment.WhenReady);
        await ToldAsync("final: X is seated, 1 of 2");
        Assert.Empty(_text.Out);

        await using var y = await _client.JoinAsync(Final, Y);
        await ToldAsync("final: the arbiter has received Alice");
        await y.SendAsync("Bob");

        Assert.Equal(ExitCodes.Replied, await program.WaitAsync(Patience));
        Assert.Equal(["Client X: Alice", "X: Alice received before Y: Bob"], _text.Out);
    }

    [Fact]
    public async Task Where_the_round_may_be_decided_before_all_are_there_the_message_is_sent_at_once()
    {
        var program = Run(SendMoment.AtOnce, new RoundTerms { Window = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(ExitCodes.Replied, await program.WaitAsync(Patience));
        Assert.Equal(["Client X: Alice", "X: Alice"], _text.Out);
    }

    [Fact]
    public async Task A_round_that_turns_out_to_be_a_claim_is_not_waited_for()
    {
        await using var opener = await _client.JoinAsync(Final, Y, new RoundTerms { Of = 1 });
        var program = Run(SendMoment.WhenReady);

        Assert.Equal(ExitCodes.Replied, await program.WaitAsync(Patience));
        Assert.Equal("X: Alice", _text.Out[^1]);
    }

    [Fact]
    public async Task Enter_sends_and_before_all_are_ready_it_is_a_false_start()
    {
        var program = Run(SendMoment.OnEnter, new RoundTerms { StartReady = true });
        await ToldAsync("final: Enter sends Alice");
        _keyboard.PressEnter();
        await ToldAsync("ERROR too-early");

        await using var y = await _client.JoinAsync(Final, Y);
        await ToldAsync("final: ready: X, Y");
        await y.SendAsync("Bob");
        _keyboard.PressEnter();

        Assert.Equal(ExitCodes.Replied, await program.WaitAsync(Patience));
        Assert.Equal("Y: Bob received before X: Alice", _text.Out[^1]);
    }

    [Fact]
    public async Task Enter_counts_before_all_are_ready_where_nothing_else_is_said()
    {
        var program = Run(SendMoment.OnEnter);
        await ToldAsync("final: Enter sends Alice");
        _keyboard.PressEnter();
        await ToldAsync("final: the arbiter has received Alice");
        await using var y = await _client.JoinAsync(Final, Y);
        await y.SendAsync("Bob");

        Assert.Equal(ExitCodes.Replied, await program.WaitAsync(Patience));
        Assert.Equal("X: Alice received before Y: Bob", _text.Out[^1]);
    }

    [Fact]
    public async Task Enter_does_not_count_before_the_seat_is_taken()
    {
        _keyboard.PressEnter();
        var program = Run(SendMoment.OnEnter);
        await ToldAsync("final: Enter sends Alice");
        await using var y = await _client.JoinAsync(Final, Y);
        await y.SendAsync("Bob");
        _keyboard.PressEnter();

        Assert.Equal(ExitCodes.Replied, await program.WaitAsync(Patience));
        Assert.Equal("Y: Bob received before X: Alice", _text.Out[^1]);
    }

    [Fact]
    public async Task An_input_that_ends_before_Enter_leaves_the_round_and_says_so()
    {
        var program = Run(SendMoment.OnEnter);
        await ToldAsync("final: Enter sends Alice");
        _keyboard.End();

        Assert.Equal(ExitCodes.WrongUsage, await program.WaitAsync(Patience));
        Assert.Empty(_text.Out);
        Assert.Equal("standard input ended before Enter was pressed: nothing was sent", _text.Error[^1]);
        await AssertSeatIsFreeAsync();
    }

    [Fact]
    public async Task A_round_that_is_decided_before_Enter_ends_the_wait()
    {
        var program = Run(SendMoment.OnEnter, new RoundTerms { Of = 2, Window = TimeSpan.FromMilliseconds(1) });
        await ToldAsync("final: Enter sends Alice");
        await using var y = await _client.JoinAsync(Final, Y);
        await y.SendAsync("Bob");

        Assert.Equal(ExitCodes.Replied, await program.WaitAsync(Patience));
        Assert.Equal(["Y: Bob"], _text.Out);
    }

    [Fact]
    public async Task A_round_that_was_decided_long_ago_is_told_without_a_wait_for_Enter()
    {
        await using (var y = await _client.JoinAsync(Final, Y, new RoundTerms { Window = TimeSpan.FromMilliseconds(1) }))
        {
            await y.SendAsync("Bob");
            await y.VerdictAsync();
        }

        Assert.Equal(ExitCodes.Replied, await Run(SendMoment.OnEnter).WaitAsync(Patience));
        Assert.Equal(["Y: Bob"], _text.Out);
        Assert.Equal(["final was decided before: this message has no part in it"], _text.Error);
    }

    [Fact]
    public async Task Stopping_leaves_the_round()
    {
        var program = Run(SendMoment.WhenReady);
        await ToldAsync("final: X is seated, 1 of 2");

        await _stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => program.WaitAsync(Patience));
        await AssertSeatIsFreeAsync();
    }

    [Fact]
    public async Task A_round_that_expires_has_no_verdict()
    {
        var terms = new RoundTerms { Of = 2, Deadline = TimeSpan.FromMilliseconds(1), StartReady = true };

        Assert.Equal(ExitCodes.NoVerdict, await Run(SendMoment.WhenReady, terms).WaitAsync(Patience));
        Assert.Empty(_text.Out);
        Assert.Equal("final has expired: nobody's message arrived by its deadline", _text.Error[^1]);
    }

    [Fact]
    public async Task A_seat_that_is_taken_is_an_error_of_the_server()
    {
        await using var other = await _client.JoinAsync(Final, X);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => Run(SendMoment.WhenReady).WaitAsync(Patience));

        Assert.Equal((ErrorCodes.IdTaken, ExitCodes.Refused), (refusal.Error.Code, ExitCodes.Of(refusal)));
    }

    private Task<int> Run(SendMoment when, RoundTerms? terms = null)
    {
        var message = new ClientMessage(X, "Alice");
        var view = PlainRoundView.OfContender(_text.Console, new RoundScene(Final, "server", message));
        return JoinProgram.RunAsync(
            new ClientRequest.Join(ArbiterClientOptions.Default, Final, message, terms ?? RoundTerms.None, when, Json: false),
            _client,
            new EnterKey(_keyboard, _keyboard.Discard),
            view,
            _stop.Token);
    }

    /// <summary>Waits for a line that begins so on standard error.</summary>
    private async Task ToldAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!_text.Error.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)))
            await _text.WrittenAsync(patience.Token);
    }

    private async Task AssertSeatIsFreeAsync()
    {
        await using var again = await _client.JoinAsync(Final, X).WaitAsync(Patience);
        await using var y = await _client.JoinAsync(Final, Y).WaitAsync(Patience);
        await Task.WhenAll(again.SendAsync("one"), y.SendAsync("two"), again.Outcome).WaitAsync(Patience);
    }
}
