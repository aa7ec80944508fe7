using System.Globalization;
using ActorArbiter.Journal;
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

    /// <summary>The number of the last record that was checked.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Starts, lets clients play, and kills the server in the midst of it; the result is what they were told.</summary>
    /// <param name="time">How long they play.</param>
    public async Task<ToldVerdicts> PlayAndKillAsync(TimeSpan time)
    {
        using var server = await StartAsync();
        var told = new ToldVerdicts();
        var load = new DurabilityLoad(server.EndPoints[0], $"life-{++_lives}", told).PlayAsync();
        await Task.WhenAny(load, Task.Delay(time)); // The time is the input.
        Assert.False(load.IsCompleted, "the server cut its clients off before it was killed");
        await KillAsync(server);
        await load;
        return told;
    }

    /// <summary>Starts, and kills the server before it is ready, or just then.</summary>
    /// <param name="time">How long it lives.</param>
    public async Task KillAtStartAsync(TimeSpan time)
    {
        using var server = ProcessRunner.Start("ActorArbiter", Arguments);
        await Task.Delay(time); // The time is the input.
        server.Send(ProcessSignal.Kill);
        await server.ExitCode();
    }

    /// <summary>
    /// Starts anew, and looks at what is left: a sentence for each thing that should not be.
    /// </summary>
    /// <param name="told">What was told since the last time.</param>
    public async Task<IReadOnlyList<string>> ViolationsAsync(ToldVerdicts told)
    {
        using var server = await StartAsync();
        var recorded = Read(LastNumber);
        var violations = DurabilityChecker.Violations(told.All, recorded, LastNumber);
        LastNumber += recorded.Count;
        return [.. violations, .. await ContradictionsAsync(server, told.Answers)];
    }

    /// <summary>All records behind a number.</summary>
    public IReadOnlyList<RecordedVerdict> Read(long after)
    {
        using var reader = new JournalReader(journal);
        var recorded = new List<RecordedVerdict>();
        while (reader.Read(after, RecordsAtOnce) is [.., var last] records)
        {
            recorded.AddRange(records.Select(RecordedVerdict.Of));
            after = last.Number;
        }

        return recorded;
    }

    private static async Task KillAsync(ArbiterProcess server)
    {
        server.Send(ProcessSignal.Kill);
        await server.ExitCodeAsync();
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

    private async Task<ArbiterProcess> StartAsync()
    {
        var server = await ArbiterProcess.StartAsync([.. Arguments]);
        _port = server.EndPoints[0].Port.ToString(CultureInfo.InvariantCulture);
        return server;
    }

    private string[] Arguments => ["--port", _port, "--journal", journal, "--quiet"];
}
