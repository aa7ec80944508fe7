using System.Net.Sockets;
using ActorArbiter.Protocol;
using Benchmarks.Arbiter;

namespace Benchmarks.Fidelity;

/// <summary>Plays one column at one gap, with a server of its own.</summary>
internal sealed class CellRun(
    Column column, int gap, FidelityOptions options, Random random, CancellationToken interrupted)
{
    private const int LoadThreads = 4;

    private readonly List<WrongVerdict> _wrong = [];
    private readonly List<double> _gaps = [];
    private readonly Dictionary<Basis, int> _places = [];
    private long _loadRounds;
    private int _overtaken;
    private int _stops;

    /// <summary>Plays until all rounds are played or something goes wrong, which is part of the result.</summary>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public CellResult Play()
    {
        ToldVerdicts? told = null;
        string? failure = null;
        try
        {
            using var server = ServerProcess.Start(ServerOptions(), interrupted);
            PlayBesideLoad(server);
            told = server.Stop();
        }
        catch (Exception e) when (e is BenchmarkException or SocketException)
        {
            interrupted.ThrowIfCancellationRequested();
            failure = e.Message;
        }

        return new CellResult
        {
            Column = column,
            Gap = gap,
            MedianGap = Median.Of(_gaps),
            Rounds = _gaps.Count,
            LoadRounds = _loadRounds,
            Stops = _stops,
            Wrong = _wrong,
            Overtaken = _overtaken,
            Places = _places,
            Told = told,
            Failure = failure,
        };
    }

    private ServerOptions ServerOptions() => new()
    {
        Settings = column.Arrangement == Arrangement.Mailbox ? ServerSettings.UsualActors : "",
        ForceCollections = options.ForceCollections,
    };

    private void PlayBesideLoad(ServerProcess server)
    {
        if (!column.UnderLoad)
        {
            PlayRounds(server);
            return;
        }

        using var load = GreetingLoad.Start(server.Greeting, LoadThreads);
        PlayRounds(server);
        _loadRounds = load.Stop();
    }

    private void PlayRounds(ServerProcess server)
    {
        using var pauses = options.StopAndContinue ? new ServerPauses(server.Id, random.Next()) : null;
        var sends = new SpacedSends(gap, random, pauses);
        using IRoundPlayer player = options.Claims
            ? new ClaimPlayer(server.Classic, sends, random)
            : new RoundPlayer(server.Classic, sends, random);
        for (var number = 0; number < options.Rounds; number++)
        {
            var round = player.Play(number);
            _gaps.Add(round.Gap);
            if (round.IsOvertaken)
                _overtaken++;
            else if (!round.IsRight)
                _wrong.Add(new WrongVerdict(number, round.First, round.Gap));
            if (round.Basis is { } basis)
                _places[basis] = _places.GetValueOrDefault(basis) + 1;
        }

        _stops = pauses?.Count ?? 0;
    }
}
