using Benchmarks.Load;

namespace Benchmarks.Journal;

/// <summary>Redis, as an arbiter that counts.</summary>
internal sealed class RedisSubject : ISubject
{
    private readonly RedisServer _server;
    private readonly PairLoad _load;

    /// <param name="folder">Where Redis keeps its files.</param>
    /// <param name="pairs">How many pairs of contenders play.</param>
    /// <param name="interrupted">Ends the playing.</param>
    public RedisSubject(DirectoryInfo folder, int pairs, CancellationToken interrupted)
    {
        _server = RedisServer.Start(folder, interrupted);
        try
        {
            _load = new PairLoad(_server.Address, pairs, new RedisRounds(), interrupted);
        }
        catch
        {
            _server.Dispose();
            throw;
        }
    }

    public string Name => "Redis";

    public TimeSpan ProcessorTime => _server.ProcessorTime;

    public long Play(TimeSpan time) => _load.Play(time);

    public void End()
    {
    }

    public void Dispose()
    {
        _load.Dispose();
        _server.Dispose();
    }
}
