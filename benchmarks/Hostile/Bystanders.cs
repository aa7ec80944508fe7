using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Hostile;

/// <summary>
/// A well-behaved pair that plays a named round every 20 ms, on new connections each time: one sends when the other's
/// message is there, so what the verdict has to be is known.
/// </summary>
internal sealed class Bystanders : IAsyncDisposable
{
    /// <summary>How many connections it has at once, those that the server has not closed in full yet among them.</summary>
    public const int MostConnections = 8;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(20);

    private readonly IPEndPoint _server;
    private readonly string _name;
    private readonly CancellationToken _interrupted;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _playing;
    private int _rounds;
    private TimeSpan _worst;

    /// <param name="server">A classic listener.</param>
    /// <param name="name">What the names of its rounds begin with.</param>
    /// <param name="interrupted">Ends all at once.</param>
    public Bystanders(IPEndPoint server, string name, CancellationToken interrupted)
    {
        _server = server;
        _name = name;
        _interrupted = interrupted;
        _playing = PlayAsync();
    }

    /// <summary>The longest that a round may take, from the first connect to the second verdict.</summary>
    public static TimeSpan MostLatency { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Plays the last round to its end.</summary>
    /// <returns>How many rounds were played, and how long the longest took.</returns>
    /// <exception cref="BenchmarkException">One was not told its verdict, or too late.</exception>
    public async Task<(int Rounds, TimeSpan Worst)> EndAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _playing.ConfigureAwait(false);
        return (_rounds, _worst);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _playing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task PlayAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_interrupted);
            patience.CancelAfter(MostLatency);
            try
            {
                await PlayRoundAsync($"{_name}-{_rounds}", started, patience.Token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
            {
                _interrupted.ThrowIfCancellationRequested();
                throw new BenchmarkException(FormattableString.Invariant(
                    $"round {_rounds} of the well-behaved pair failed after {Stopwatch.GetElapsedTime(started).TotalSeconds:f1} s: {e.Message}"));
            }

            await Task.Delay(BetweenRounds, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PlayRoundAsync(string round, long started, CancellationToken patience)
    {
        var (firstId, secondId) = _rounds % 2 == 0 ? ("X", "Y") : ("Y", "X");
        using var first = await SessionClient.ConnectAsync(_server, patience).ConfigureAwait(false);
        await first.SendAsync($"JOIN {round} {firstId}\nSEND first\n").ConfigureAwait(false);
        await first.ReadToAsync($"RECEIVED {round} ").ConfigureAwait(false);
        using var second = await SessionClient.ConnectAsync(_server, patience).ConfigureAwait(false);
        await second.SendAsync($"JOIN {round} {secondId}\nSEND second\n").ConfigureAwait(false);

        var expected = $"{firstId}: first received before {secondId}: second";
        foreach (var client in new[] { first, second })
        {
            var verdict = await client.ReadToAsync($"VERDICT {round} ").ConfigureAwait(false);
            if (!verdict.EndsWith($" {expected}", StringComparison.Ordinal))
                throw new BenchmarkException($"the well-behaved pair was told '{verdict}', not '{expected}'");
        }

        _rounds++;
        _worst = new[] { _worst, Stopwatch.GetElapsedTime(started) }.Max();
        foreach (var client in new[] { first, second })
        {
            await client.SendAsync("QUIT\n").ConfigureAwait(false);
            await client.ReadToAsync("BYE").ConfigureAwait(false);
        }
    }
}
