using Benchmarks.Arbiter;
using Benchmarks.Load;

namespace Benchmarks.Journal;

/// <summary>The arbiter, with a journal or without.</summary>
internal sealed class ArbiterSubject : ISubject
{
    private readonly ServerProcess _server;
    private readonly ToldNumbers _numbers;
    private readonly PairLoad _load;
    private readonly bool _hasJournal;

    /// <param name="journal">The journal's file, or <see cref="ServerOptions.Off"/>.</param>
    /// <param name="pairs">How many pairs of contenders play.</param>
    /// <param name="interrupted">Ends the playing.</param>
    public ArbiterSubject(string journal, int pairs, CancellationToken interrupted)
    {
        _hasJournal = journal != ServerOptions.Off;
        var rounds = new SessionRounds(pairs);
        _numbers = rounds.Numbers;
        _server = ServerProcess.Start(new ServerOptions(ServerOptions.Kernel, Journal: journal), interrupted);
        try
        {
            _load = new PairLoad(_server.Classic, pairs, rounds, interrupted);
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
        if (told?.Verdicts != _numbers.Count)
            throw new BenchmarkException($"{Name}: told were {_numbers.Count} verdicts, and the server says {told}");
        if (_hasJournal && !_numbers.HasNoGap)
            throw new BenchmarkException(
                $"{Name}: told were {_numbers.Count} verdicts, with numbers from {_numbers.First} to {_numbers.Last}");
    }

    public void Dispose()
    {
        _load.Dispose();
        _server.Dispose();
    }
}
