using ActorClient.CommandLine;
using ActorClient.Hosting;
using ActorClient.Terminal;
using ActorClient.Terminal.Rounds;
using Akka.Configuration;

namespace ActorClient.Programs;

/// <summary>What is asked for of a named round, from its first connection to the exit code.</summary>
internal static class RoundPrograms
{
    /// <summary>Carries it out; the result is the exit code.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="config">The settings of the actor system.</param>
    /// <param name="console">Where it is shown.</param>
    public static async Task<int> RunAsync(ClientRequest.OfRound request, Config config, ClientConsole console)
    {
        var view = ViewOf(request, console);
        using var signals = new StopSignals();
        try
        {
            if (request is ClientRequest.Claim claim)
                return await ClaimProgram.RunAsync(claim, config, console, view, signals);

            await using var session = new ClientSession(request.Server, config);
            return request switch
            {
                ClientRequest.Join join => await JoinProgram.RunAsync(
                    join, session.Client, new EnterKey(console.In, console.DiscardTyped), view, signals.Stop),
                ClientRequest.Watch => await WatchAsync(request, session.Client, view, signals.Stop),
                ClientRequest.Result => await AskAsync(request, session.Client, view, signals.Stop),
                _ => throw new ArgumentOutOfRangeException(nameof(request), request, "nothing of a round"),
            };
        }
        catch (ArbiterException e)
        {
            view.Fail(RoundFailure.Of(e));
            return ExitCodes.Of(e);
        }
        catch (IOException e)
        {
            // Where nothing can be shown, as on a full disk, there is nothing left to do.
            console.TryTellError(e.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            view.Leave();
            return signals.ExitCode;
        }
    }

    private static IRoundView ViewOf(ClientRequest.OfRound request, ClientConsole console)
    {
        var message = (request as ClientRequest.Join)?.Message;
        var scene = new RoundScene(request.Round, request.Server.Server, message);
        return request switch
        {
            { Json: true } => new JsonRoundView(console, scene),
            ClientRequest.Watch => PlainRoundView.OfWatcher(console, scene),
            ClientRequest.Join when console.ErrorTraits.RewritesLines => new LiveRoundView(console, scene),
            _ => PlainRoundView.OfContender(console, scene),
        };
    }

    private static async Task<int> WatchAsync(
        ClientRequest.OfRound request, ArbiterClient client, IRoundView view, CancellationToken stop)
    {
        RoundEvent? last = null;
        await foreach (var happened in client.WatchAsync(request.Round, stop))
            view.Show(last = happened);
        return last is RoundEvent.Decided ? ExitCodes.Replied : ExitCodes.NoVerdict;
    }

    private static async Task<int> AskAsync(
        ClientRequest.OfRound request, ArbiterClient client, IRoundView view, CancellationToken stop)
    {
        view.Show(new RoundEvent.Decided(await client.ResultAsync(request.Round, stop)));
        return ExitCodes.Replied;
    }
}
