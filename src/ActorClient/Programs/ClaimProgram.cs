using ActorClient.CommandLine;
using ActorClient.Hosting;
using ActorClient.Terminal;
using ActorClient.Terminal.Rounds;
using Akka.Configuration;

namespace ActorClient.Programs;

/// <summary>
/// Claims something, and runs the winner's command. Whoever is first is so in the record: an output that takes nothing, as
/// on a full disk, changes nothing about that.
/// </summary>
internal static class ClaimProgram
{
    /// <summary>Carries it out; the result is the exit code.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="config">The settings of the actor system.</param>
    /// <param name="console">Where the outcome is shown.</param>
    /// <param name="view">Where it is shown how it goes.</param>
    /// <param name="signals">What ends the claim, and goes to the command once that runs.</param>
    /// <exception cref="ArbiterException">It cannot be known who is first; the message says why.</exception>
    /// <exception cref="OperationCanceledException">A signal came before the outcome.</exception>
    public static async Task<int> RunAsync(
        ClientRequest.Claim request, Config config, ClientConsole console, IRoundView view, StopSignals signals)
    {
        var attempts = new OutputAttempts();
        ClaimOutcome outcome;
        await using (var session = new ClientSession(request.Server, config))
            outcome = await ClaimAsync(request, session.Client, view, attempts, signals.Stop);

        if (request.Json)
            attempts.Try(() => console.Out.WriteLine(EventJson.Of(outcome)));
        if (attempts.Failure is { } failure)
            console.TryTellError(failure.Message);
        if (!outcome.IsWinner)
        {
            console.TryTellError(RoundWording.Lost(outcome));
            return request.LostCode;
        }

        if (request.Command.Count > 0)
            return await RunCommandAsync(request.Command, outcome, console, signals);
        if (!request.Json)
        {
            console.TryTellError(RoundWording.Won(outcome));
            await console.Out.WriteLineAsync($"{outcome.Number}");
        }

        return attempts.Failure is null ? ExitCodes.Replied : ExitCodes.Failed;
    }

    private static async Task<int> RunCommandAsync(
        IReadOnlyList<string> command, ClaimOutcome outcome, ClientConsole console, StopSignals signals)
    {
        if (!signals.Stop.IsCancellationRequested)
            return await WinnerCommand.RunAsync(command, outcome, signals, console.Error);
        console.TryTellError(RoundWording.WonInVain(outcome));
        return signals.ExitCode;
    }

    private static async Task<ClaimOutcome> ClaimAsync(
        ClientRequest.Claim request,
        ArbiterClient client,
        IRoundView view,
        OutputAttempts attempts,
        CancellationToken stop)
    {
        var terms = new RoundTerms { Of = 1 };
        await using var claim = client.Begin(request.Round, request.Message.Id, terms, request.Message.Text);
        await using var leaving = stop.Register(() => claim.LeaveAsync());
        await foreach (var happened in claim.Events)
        {
            // A person need not know how a claim goes, unless it takes time; a program wants to.
            if (request.Json || happened is RoundEvent.ServerAwaited or RoundEvent.ConnectionLost)
                attempts.Try(() => view.Show(happened));
        }

        var outcome = (RoundOutcome.Decided)await claim.Outcome;
        return ClaimOutcome.Of(outcome.Verdict, request.Message.Id, request.Message.Text);
    }
}
