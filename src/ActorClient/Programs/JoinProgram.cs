using System.Threading.Channels;
using ActorArbiter.Protocol;
using ActorClient.CommandLine;
using ActorClient.Terminal;
using ActorClient.Terminal.Rounds;

namespace ActorClient.Programs;

/// <summary>Takes part in a named round: joins, sends when it is time, shows the verdict.</summary>
internal sealed class JoinProgram
{
    private readonly ClientRequest.Join _request;
    private readonly Participation _participation;
    private readonly IRoundView _view;
    private readonly EnterKey _enter;

    // That it is time to send, or to ask for Enter. Only the newest counts.
    private readonly Channel<bool> _turns = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private bool _hasInputEnded;

    private JoinProgram(ClientRequest.Join request, Participation participation, EnterKey enter, IRoundView view)
    {
        _request = request;
        _participation = participation;
        _view = view;
        _enter = enter;
    }

    /// <summary>Carries it out; the result is the exit code.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="client">The client.</param>
    /// <param name="enter">What sends, if it is to be waited for.</param>
    /// <param name="view">Where it is shown.</param>
    /// <param name="stop">Leaves the round.</param>
    /// <exception cref="ArbiterException">There is no verdict; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The round was left.</exception>
    public static async Task<int> RunAsync(
        ClientRequest.Join request, ArbiterClient client, EnterKey enter, IRoundView view, CancellationToken stop)
    {
        var text = request.When == SendMoment.AtOnce ? request.Message.Text : null;
        await using var participation = client.Begin(request.Round, request.Message.Id, request.Terms, text);
        await using var leaving = stop.Register(() => participation.LeaveAsync());
        return await new JoinProgram(request, participation, enter, view).PlayAsync();
    }

    private async Task<int> PlayAsync()
    {
        using var over = new CancellationTokenSource();
        var sending = _request.When == SendMoment.AtOnce ? Task.CompletedTask : SendAsync(over.Token);
        try
        {
            await foreach (var happened in _participation.Events)
            {
                _view.Show(happened);
                if (IsTurn(happened))
                    _turns.Writer.TryWrite(true);
            }
        }
        finally
        {
            await over.CancelAsync();
            await sending;
        }

        if (_hasInputEnded)
        {
            _view.Fail(new RoundFailure("input-ended", "standard input ended before Enter was pressed: nothing was sent"));
            return ExitCodes.WrongUsage;
        }

        return await _participation.Outcome is RoundOutcome.Decided ? ExitCodes.Replied : ExitCodes.NoVerdict;
    }

    private bool IsTurn(RoundEvent happened) => (_request.When, happened) switch
    {
        (SendMoment.OnEnter, RoundEvent.Joined or RoundEvent.Refused) => true,

        // A claim has no seats, so that nobody is told that they are taken.
        (SendMoment.WhenReady, RoundEvent.Ready or RoundEvent.Joined { Of: 1 }) => true,
        _ => false,
    };

    /// <summary>Sends the message when it is time, and again if that was too early.</summary>
    private async Task SendAsync(CancellationToken over)
    {
        try
        {
            do
            {
                await _turns.Reader.ReadAsync(over);
                if (_request.When == SendMoment.OnEnter && !await IsEnterPressedAsync(over))
                    return;
            }
            while (!await IsSentAsync(over));
        }
        catch (Exception e) when (e is ArbiterException or OperationCanceledException)
        {
            // The round has ended, or is left: its outcome says more.
        }
    }

    /// <summary>Waits for Enter; leaves the round if the input has ended.</summary>
    private async Task<bool> IsEnterPressedAsync(CancellationToken over)
    {
        _enter.Count();
        _view.AskForEnter(_request.Message.Text);
        if (await _enter.PressedAsync(over))
        {
            _view.EnterPressed();
            return true;
        }

        _hasInputEnded = true;
        await _participation.LeaveAsync();
        return false;
    }

    private async Task<bool> IsSentAsync(CancellationToken over)
    {
        try
        {
            await _participation.SendAsync(_request.Message.Text, over);
            return true;
        }
        catch (RefusedException e) when (e.Error.Code == ErrorCodes.TooEarly)
        {
            return false;
        }
    }
}
