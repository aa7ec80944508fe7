using System.Collections.Concurrent;
using System.Text;
using Akka.Actor;
using Akka.Event;
using TestSupport;

namespace Runtime.Tests.Events;

[CollectionDefinition(nameof(ConsoleLoggingSpecs), DisableParallelization = true)]
public sealed class ConsoleCollection;

/// <summary>The console is the process's: these run alone.</summary>
[Collection(nameof(ConsoleLoggingSpecs))]
public sealed class ConsoleLoggingSpecs : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TextWriter _console = Console.Out;
    private readonly SlowConsole _slow = new();

    public ConsoleLoggingSpecs() => Console.SetOut(_slow);

    public void Dispose()
    {
        _slow.TakeLines();
        Console.SetOut(_console);
        _slow.Dispose();
    }

    [Fact]
    public async Task The_default_logger_writes_to_the_console()
    {
        _slow.TakeLines();
        using var system = ActorSystem.Create("console", "akka.loglevel = INFO, akka.stdout-loglevel = OFF");

        Logging.GetLogger(system, "door").Warning("the {0} is ajar", "door");

        var line = await _slow.NextLine(text => text.Contains("ajar", StringComparison.Ordinal));
        Assert.StartsWith("[WARNING][", line, StringComparison.Ordinal);
        Assert.Contains("][door (", line, StringComparison.Ordinal);
        Assert.EndsWith("] the door is ajar", line, StringComparison.Ordinal);
        await system.Terminate();
    }

    [BundledOnlyFact("whoever logs to the console waits for it")]
    public async Task A_console_that_takes_nothing_costs_lines_and_no_time()
    {
        const int Lines = 20_000;
        var logger = new StandardOutLogger();

        // Nothing is taken before all of this is done; were there a wait, it would not end.
        await Task.Run(() =>
        {
            for (var i = 0; i < Lines; i++)
                logger.Tell(new Info("door", typeof(ConsoleLoggingSpecs), $"line {i}."), ActorRefs.NoSender);
        }).WaitAsync(Patience);
        _slow.TakeLines();

        Assert.Contains("line 0.", await _slow.NextLine(_ => true), StringComparison.Ordinal);
        var note = await _slow.NextLine(text => !text.Contains("line ", StringComparison.Ordinal));
        Assert.Contains("dropped", note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_keep_their_order()
    {
        const int Lines = 1_000;
        _slow.TakeLines();
        var logger = new StandardOutLogger();

        for (var i = 0; i < Lines; i++)
            logger.Tell(new Info("door", typeof(ConsoleLoggingSpecs), $"line {i}."), ActorRefs.NoSender);

        for (var i = 0; i < Lines; i++)
            Assert.EndsWith($"line {i}.", await _slow.NextLine(_ => true), StringComparison.Ordinal);
    }

    /// <summary>Takes no line until told to.</summary>
    private sealed class SlowConsole : TextWriter
    {
        private readonly ManualResetEventSlim _taking = new();
        private readonly BlockingCollection<string> _lines = [];

        public override Encoding Encoding => Encoding.UTF8;

        public void TakeLines() => _taking.Set();

        public override void WriteLine(string? value)
        {
            _taking.Wait();
            _lines.Add(value!);
        }

        public Task<string> NextLine(Func<string, bool> isWanted) => Task.Run(() =>
        {
            string? line;
            do
            {
                Assert.True(_lines.TryTake(out line, Patience), "No such line was written.");
            }
            while (!isWanted(line));

            return line;
        });
    }
}
