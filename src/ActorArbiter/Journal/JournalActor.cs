using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol.Sessions;
using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Journal;

/// <summary>Keeps verdicts in a file. Verdicts that wait together are committed together.</summary>
/// <remarks>
/// <code>
///  (start) --Opened--> Open --Close--> Unusable
///     |                 |                 ^
///     +--Failed---------+--Failed---------+
/// </code>
/// It waits for the disk, and for that has a thread of its own. No timer gathers entries: one that comes alone is committed at
/// once, and those that come meanwhile are the next commit.
/// </remarks>
internal sealed class JournalActor : ReceiveActor
{
    /// <summary>The section of the configuration that gives the actor a thread of its own.</summary>
    private const string Dispatcher = "akka.actor.journal-dispatcher";

    /// <summary>Bounds how long those wait who come first.</summary>
    private const int MaxCommitted = 4096;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly JournalOptions _options;
    private readonly Queue<Waiting> _waiting = new();
    private JournalStore? _store;

    public JournalActor(JournalOptions options) => _options = options;

    /// <param name="options">Where and how long verdicts are kept.</param>
    public static Props PropsFor(JournalOptions options) =>
        Props.Create(() => new JournalActor(options)).WithDispatcher(Dispatcher);

    protected override void PreStart()
    {
        try
        {
            _store = JournalStore.Open(_options);
            var names = _store.ReadNames();
            JournalLog.Opened(_log, _store.Path, _store.LastNumber);
            Become(() => Open(_store));
            Context.Parent.Tell(new JournalProtocol.Opened(names));
        }
        catch (JournalException e)
        {
            Fail(e);
        }
    }

    protected override void PostStop() => CloseStore();

    private void Open(JournalStore store)
    {
        Receive<JournalProtocol.Append>(append =>
        {
            _waiting.Enqueue(new Waiting(Sender, append.Entry));
            if (_waiting.Count == 1)
                Self.Tell(Commit.Instance);
        });
        Receive<Commit>(_ => Try(() =>
        {
            CommitWaiting(store);
            if (_waiting.Count > 0)
                Self.Tell(Commit.Instance);
        }));
        Receive<JournalProtocol.LookUp>(lookUp => Try(() => LookUp(store, lookUp.Round), asker: Sender));
        Receive<JournalProtocol.Close>(_ =>
        {
            Try(() =>
            {
                while (_waiting.Count > 0)
                    CommitWaiting(store);
                Become(() => Unusable($"the journal {store.Path} is closed"));
            });
            Close();
        });
    }

    private void Unusable(string reason)
    {
        var failed = new JournalProtocol.Failed(reason);
        Receive<JournalProtocol.Append>(_ => Sender.Tell(failed));
        Receive<JournalProtocol.LookUp>(_ => Sender.Tell(failed));
        Receive<JournalProtocol.Close>(_ => Close());

        // Told before what it was to commit failed or was committed.
        Receive<Commit>(_ => { });
    }

    private void LookUp(JournalStore store, RoundName round) =>
        Sender.Tell(new JournalProtocol.LookedUp(round, store.Find(round)));

    private void CommitWaiting(JournalStore store)
    {
        var entries = _waiting.Take(MaxCommitted).Select(each => each.Entry).ToArray();
        var number = store.Append(entries);
        var end = number + entries.Length;
        while (number < end)
        {
            // One answer to each sender for all that it sent in a row.
            var sender = _waiting.Peek().Sender;
            var count = 0;
            while (number + count < end && _waiting.Peek().Sender.Equals(sender))
            {
                _waiting.Dequeue();
                count++;
            }

            sender.Tell(new JournalProtocol.Appended(number, count));
            number += count;
        }
    }

    private void Try(Action use, IActorRef? asker = null)
    {
        try
        {
            use();
        }
        catch (JournalException e)
        {
            JournalLog.Failed(_log, e.Message);
            Fail(e, asker);
        }
    }

    private void Fail(JournalException e, IActorRef? asker = null)
    {
        var failed = new JournalProtocol.Failed(e.Message);
        foreach (var told in _waiting.Select(each => each.Sender).Append(Context.Parent).Append(asker).Distinct())
            told?.Tell(failed);
        _waiting.Clear();
        Become(() => Unusable(e.Message));
    }

    private void Close()
    {
        CloseStore();
        Sender.Tell(new JournalProtocol.Closed());
    }

    private void CloseStore()
    {
        if (_store is null)
            return;
        _store.Dispose();
        JournalLog.Closed(_log, _store.Path, _store.LastNumber);
        _store = null;
    }

    private sealed record Waiting(IActorRef Sender, JournalEntry Entry);

    private sealed class Commit
    {
        public static readonly Commit Instance = new();
    }
}
