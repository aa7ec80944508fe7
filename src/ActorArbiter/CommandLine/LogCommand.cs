using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorArbiter.Hosting;
using ActorArbiter.Journal;
using ActorArbiter.Journal.Export;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.CommandLine;

/// <summary>Shows recorded verdicts.</summary>
internal static class LogCommand
{
    private const string All = "all";
    private const long DefaultLast = 20;

    /// <summary>The most contenders that are all shown in a list of rounds.</summary>
    private const int MaxContenders = 4;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>What its help text ends with.</summary>
    public const string Examples = """
        Examples:
          ActorArbiter log --last 5                    the newest five verdicts
          ActorArbiter log --last all --follow         all, and each one that is recorded from now on
          ActorArbiter log --round build-7 --follow    the verdict of a round, as soon as there is one
          ActorArbiter log --json | jq -r .winner      for programs

        A line has number, time (UTC), round (- where rounds have no names), the order, and in brackets
        the gap to each arrival before and what the order rests on. Of more than four contenders the
        first three are shown, but for --round.

        Exit codes: 0 done, or stopped while following; 1 failed, or no such round; 2 wrong usage

        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var last = new Option<long?>("--last")
        {
            HelpName = $"N|{All}",
            Description = "Show the newest N, the oldest of them first. [default: 20]",
            CustomParser = ParseLast,
        };
        var round = new Option<RoundName?>("--round")
        {
            HelpName = "NAME",
            Description = "Show the verdict of one round. With --follow, wait until it is decided.",
            CustomParser = ParseRound,
        };
        var follow = new Option<bool>("--follow") { Description = "Go on with new ones until Ctrl-C." };
        var json = new Option<bool>("--json") { Description = "Show each as a line of JSON, as export does." };
        var command = JournalCommand.Create(
            "log",
            "Show recorded verdicts: number, time, round, order, and what the order rests on.",
            [last, round, follow, json],
            (journal, parsed, output) =>
            {
                using var signals = parsed.GetValue(follow) ? new StopSignals() : null;
                var request = new LogRequest(
                    parsed.GetValue(last) ?? DefaultLast,
                    parsed.GetValue(round),
                    parsed.GetValue(follow),
                    parsed.GetValue(json));
                Show(journal, request, output, signals?.Stop ?? CancellationToken.None);
            });
        command.Validators.Add(result =>
        {
            if (result.GetResult(last) is not null && result.GetResult(round) is not null)
                result.AddError("--last and --round exclude each other: a round has one verdict");
        });
        return command;
    }

    /// <exception cref="JournalException">The journal cannot be read, or the round is not in it.</exception>
    internal static void Show(
        JournalReader journal, LogRequest request, CommandOutput output, CancellationToken stop)
    {
        if (request.Round is { } round)
            ShowRound(journal, round, request, output, stop);
        else
            ShowRecords(journal, request, output, stop);
    }

    private static void ShowRound(
        JournalReader journal, RoundName round, LogRequest request, CommandOutput output, CancellationToken stop)
    {
        var row = journal.FindRow(round);
        while (row is null && request.Follow && output.IsRead && !stop.WaitHandle.WaitOne(PollInterval))
        {
            row = journal.FindRow(round);
            journal.CheckPlace();
        }

        using var writer = Writer(request, int.MaxValue, output);
        writer.Write(row ?? throw new JournalException($"round {round} is not in the journal {journal.Path}"));
    }

    private static void ShowRecords(
        JournalReader journal, LogRequest request, CommandOutput output, CancellationToken stop)
    {
        using var writer = Writer(request, MaxContenders, output);
        var last = journal.LastNumber();
        var shown = Math.Max(0, last - request.Last);
        do
        {
            foreach (var rows in RecordBatches.Of(journal, shown, last))
            {
                foreach (var row in rows)
                    writer.Write(row);
                shown = rows[^1].Number;
                if (!output.IsRead || stop.IsCancellationRequested)
                    return;
            }

            output.Text.Flush();
            last = long.MaxValue;
            if (request.Follow)
                journal.CheckPlace();
        }
        while (request.Follow && output.IsRead && !stop.WaitHandle.WaitOne(PollInterval));
    }

    private static IRecordWriter Writer(LogRequest request, int maxContenders, CommandOutput output) =>
        request.Json ? new JsonLinesWriter(output.Text) : new LogWriter(output.Text, maxContenders);

    private static long? ParseLast(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == All)
            return long.MaxValue;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError($"--last is '{text}': expected a whole number, or {All}");
        return null;
    }

    private static RoundName? ParseRound(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (RoundName.TryParse(text, out var round))
            return round;
        result.AddError($"--round is '{text}': a round's name has {RoundName.Grammar}");
        return null;
    }
}
