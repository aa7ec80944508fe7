using System.Diagnostics;
using System.Globalization;
using ActorArbiter.Journal;
using ActorArbiter.Journal.Verification;
using ActorArbiter.Tests.Process;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Durability;

/// <summary>A server that is killed and started again, always on the same journal and port.</summary>
internal sealed class KilledServer(string journal)
{
    private const int QuestionsAtOnce = 100;
    private const int RecordsAtOnce = 1000;

    private string _port = "0";
    private int _lives;
    private NumberedHash? _last;

    private string[] Arguments => ["--port", _port, "--journal", journal, "--quiet"];

    /// <summary>
    /// Starts, looks at what is left of the life before, lets clients play, and kills the server in the midst of it, at a moment that
    /// has to do with nothing. The result is what they were told.
    /// </summary>
    /// <param name="before">What was told in the life before.</param>
    /// <param name="time">How long they play.</param>
    public async Task<ToldVerdicts> LiveAsync(ToldVerdicts before, TimeSpan time)
    {
        using var server = await StartAsync();
        await CheckAsync(server, before);
        var told = new ToldVerdicts();
        var load = PlayAsync(server, told);
        await Task.WhenAny(load, Task.Delay(time)); // The time is the input.
        Assert.False(load.IsCompleted, "the server cut its clients off before it was killed");
        server.Send(ProcessSignal.Kill);
        await load;
        await server.ExitCodeAsync();
        return told;
    }

    /// <summary>As <see cref="LiveAsync(ToldVerdicts, TimeSpan)"/>, but kills the server when somebody was just told.</summary>
    /// <param name="before">What was told in the life before.</param>
    /// <param name="verdicts">How many times somebody is told.</param>
    public async Task<ToldVerdicts> LiveAsync(ToldVerdicts before, int verdicts)
    {
        using var server = await StartAsync();
        await CheckAsync(server, before);
        var told = new ToldVerdicts(verdicts, () => server.Send(ProcessSignal.Kill));
        await PlayAsync(server, told);
        await server.ExitCodeAsync();
        return told;
    }

    /// <summary>Starts, and kills the server before it is ready, or soon after.</summary>
    /// <param name="time">How long it lives.</param>
    public async Task StartAndKillAsync(TimeSpan time)
    {
        using var server = ProcessRunner.Start("ActorArbiter", Arguments);
        await Task.Delay(time); // The time is the input.
        server.Send(ProcessSignal.Kill);
        await server.ExitCode();
    }

    /// <summary>Starts without a journal, and kills the server while it makes one.</summary>
    /// <param name="time">How long it lives from when there is a file.</param>
    public async Task CreateAndKillAsync(TimeSpan time)
    {
        var created = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(journal)!);
        watcher.Created += (_, _) => created.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var server = ProcessRunner.Start("ActorArbiter", Arguments);
        await created.Task.WaitAsync(ProcessRunner.Patience);
        var started = Stopwatch.GetTimestamp();
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(started) >= time); // More precise than a timer.
        server.Send(ProcessSignal.Kill);
        await server.ExitCode();
    }

    /// <summary>Starts for the last time, and looks at all that is left.</summary>
    /// <param name="before">What was told in the life before.</param>
    /// <param name="all">What was told in all lives.</param>
    public async Task CheckAsync(ToldVerdicts before, IEnumerable<ToldVerdict> all)
    {
        using var server = await StartAsync();
        await CheckAsync(server, before);
        using var reader = new JournalReader(journal);
        Fail(DurabilityChecker.Violations(all, Read(reader, after: 0)));
    }

    private static void Fail(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join('\n', violations.Take(10)));

    private async Task CheckAsync(ArbiterProcess server, ToldVerdicts before)
    {
        using var reader = new JournalReader(journal);
        var after = _last?.Number ?? 0;
        Fail(DurabilityChecker.Violations(before.All, Read(reader, after), after));
        Fail(await ContradictionsAsync(server, before.Answers));
        _last = JournalVerifier.Verify(reader, _last, _ => { }).Last;
    }

    /// <summary>All records behind a number.</summary>
    private static List<RecordedVerdict> Read(JournalReader reader, long after)
    {
        var recorded = new List<RecordedVerdict>();
        while (reader.Read(after, RecordsAtOnce) is [.., var last] records)
        {
            recorded.AddRange(records.Select(RecordedVerdict.Of));
            after = last.Number;
        }

        return recorded;
    }

    /// <summary>What the server answers to RESULT, and should not.</summary>
    private static async Task<IReadOnlyList<string>> ContradictionsAsync(
        ArbiterProcess server, IReadOnlyDictionary<string, string[]> answers)
    {
        using var client = await LineClient.ConnectAsync(server.EndPoints[0]);
        var contradictions = new List<string>();
        foreach (var asked in answers.Chunk(QuestionsAtOnce))
        {
            await client.SendAsync(string.Concat(asked.Select(each => $"RESULT {each.Key}\n")) + "PING\n");
            var expected = asked.SelectMany(each => each.Value).Append("PONG");
            foreach (var line in expected)
            {
                var answer = await client.ReadLineAsync();
                if (answer == line)
                    continue;
                contradictions.Add($"'{line}' was told, and RESULT is answered with '{answer}'");
                return contradictions; // From here on answers no longer stand beside their questions.
            }
        }

        return contradictions;
    }

    private Task PlayAsync(ArbiterProcess server, ToldVerdicts told) =>
        new DurabilityLoad(server.EndPoints[0], $"life-{++_lives}", told).PlayAsync();

    private async Task<ArbiterProcess> StartAsync()
    {
        var server = await ArbiterProcess.StartAsync(Arguments);
        _port = server.EndPoints[0].Port.ToString(CultureInfo.InvariantCulture);
        return server;
    }
}
