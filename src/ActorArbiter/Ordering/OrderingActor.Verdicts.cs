using ActorArbiter.Journal;
using ActorArbiter.Journal.Records;
using ActorArbiter.Transcript;
using Akka.Actor;

namespace ActorArbiter.Ordering;

/// <summary>A verdict's way from its round to its contenders: with a journal, nobody is told before it is recorded.</summary>
internal sealed partial class OrderingActor
{
    private readonly IActorRef? _journal;

    /// <summary>In the order in which the journal was told.</summary>
    private readonly Queue<DecidedVerdict> _unrecorded = new();

    /// <summary>The number of the last verdict that was told.</summary>
    private long _number;

    private int Decided => _tally.Total + _unrecorded.Count;

    /// <summary>How many verdicts may be decided still; no limit when <see langword="null"/>.</summary>
    private int? Left => _options.Rounds - Decided;

    private void Announce(Round complete, RoundProfile profile)
    {
        LookAtClocks();
        var verdict = complete.Decide(_clocks.History).Verdict!;
        var contenders = new List<IActorRef>();
        foreach (var arrival in verdict.Order)
        {
            if (_contenders.Remove(arrival.Connection, out var contender))
                contenders.Add(contender);
        }

        Record(new DecidedVerdict(verdict, Round: null, contenders), profile);
        CloseAfterLastRound();
    }

    private void Record(DecidedVerdict decided, RoundProfile profile)
    {
        if (_journal is null)
        {
            Tell(decided, _number + 1);
            return;
        }

        _unrecorded.Enqueue(decided);
        var entry = JournalEntry.Of(decided.Verdict, profile, decided.Round, _time.GetUtcNow());
        _journal.Tell(new JournalProtocol.Append(entry));
    }

    private void Recorded(JournalProtocol.Appended appended)
    {
        LookAtClocks();
        for (var i = 0; i < appended.Count; i++)
            Tell(_unrecorded.Dequeue(), appended.FirstNumber + i);
        Carry();
    }

    private void Tell(DecidedVerdict decided, long number)
    {
        _number = number;
        Count(decided.Verdict);
        if (decided.Round is { } name)
        {
            _named.Recorded(name, number, Now, Left);
            return;
        }

        var acknowledge = new OrderingProtocol.Acknowledge(decided.Verdict.ToLine());
        foreach (var contender in decided.Contenders)
            contender.Tell(acknowledge);
    }

    /// <summary>A verdict is told: prints it, and counts what it rests on.</summary>
    private void Count(Verdict verdict)
    {
        if (!_transcript.IsNobody())
            _transcript.Tell(new TranscriptProtocol.Told(verdict));
        _tally.Add(verdict);
        OrderingLog.Decided(_log, verdict);
        if (verdict.Doubt is not null)
            OrderingLog.FellBack(_log, verdict, _tally);
    }

    /// <summary>Closing, nothing can be recorded any more: what is not is not told.</summary>
    private void Abandon()
    {
        foreach (var contender in _unrecorded.SelectMany(decided => decided.Contenders))
            contender.Tell(new OrderingProtocol.Refuse(Refusals.ShuttingDown));
        _unrecorded.Clear();
        _named.Abandon();
        Carry();
    }
}
