using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Tests.Tcp;

/// <summary>
/// What a server logged. It says what the server has done with what a client sent, which the client itself cannot see.
/// </summary>
internal sealed class ServerLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource<string> Found)> _waiting = [];

    /// <summary>Follows what the actors of <paramref name="system"/> log from now on.</summary>
    public static ServerLog Of(ActorSystem system)
    {
        var log = new ServerLog();
        var collector = system.ActorOf(Props.Create(() => new Collector(log)), "log");
        system.EventStream.Subscribe(collector, typeof(LogEvent));
        return log;
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>The first line that contains <paramref name="part"/>, as soon as it is there.</summary>
    public async Task<string> SeenAsync(string part)
    {
        Task<string> found;
        lock (_lock)
        {
            if (_lines.Find(Wanted) is { } line)
                return line;
            var waiting = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((Wanted, waiting));
            found = waiting.Task;
        }

        return await found.WaitAsync(Patience);

        bool Wanted(string line) => line.Contains(part, StringComparison.Ordinal);
    }

    private void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            foreach (var (_, found) in _waiting.Where(each => each.Wanted(line)))
                found.TrySetResult(line);
        }
    }

    private sealed class Collector : ReceiveActor
    {
        public Collector(ServerLog log) => Receive<LogEvent>(line => log.Add($"{line.LogLevel()}: {line.Message}"));
    }
}
