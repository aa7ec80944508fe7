using Benchmarks.Arbiter;
using Benchmarks.Load;

namespace Benchmarks.Journal;

/// <summary>The arbiter, with a journal or without.</summary>
internal sealed class ArbiterSubject : ISubject
{
    private readonly ServerProcess _server;
    private readonly SessionRounds _rounds;
    private readonly PairLoad _load;
    private readonly bool _hasJournal;

    /// <param name="journal">The journal's file, or <see cref="ServerOptions.Off"/>.</param>
    /// <param name="pairs">How many pairs of contenders play.</param>
    /// <param name="interrupted">Ends the playing.</param>
    public ArbiterSubject(string journal, int pairs, CancellationToken interrupted)
    {
        _hasJournal = journal != ServerOptions.Off;
        _rounds = new SessionRounds(pairs);
        _server = ServerProcess.Start(new ServerOptions(ServerOptions.Kernel, Journal: journal), interrupted);
        try
        {
            _load = new PairLoad(_server.Classic, pairs, _rounds, interrupted);
        }
        catch
        {
            _server.Dispose();
            throw;
        }
    }

    public string Name => _hasJournal ? "journal on" : "journal off";

    public TimeSpan ProcessorTime => _server.ProcessorTime;

    public long Play(TimeSpan time) => _load.Play(time);

    public void End()
    {
        var told = _server.Stop();
        if (told?.Verdicts != _rounds.Numbers.Count)
            throw new BenchmarkException($"{Name}: the server says that it told {told}; told were {_rounds.Numbers.Count} verdicts");
        if (_hasJournal && !_rounds.Numbers.HasNoGap)
            throw new BenchmarkException(
                $"{Name}: {_rounds.Numbers.Count} verdicts were told, with numbers from {_rounds.Numbers.First} to {_rounds.Numbers.Last}");
    }

    public void Dispose()
    {
        _load.Dispose();
        _server.Dispose();
    }
}
