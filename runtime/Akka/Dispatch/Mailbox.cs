using System.Diagnostics;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// The queues of one actor, and the piece of work that a dispatcher runs to empty them. At most one thread runs it at a time:
/// <c>_scheduled</c> is set by whoever makes it non-empty and cleared by the run that leaves it empty.
/// </summary>
/// <remarks>
/// Producers are serialized by <c>_guard</c>, held for a few instructions; the running thread takes messages without it.
/// Suspending and closing are done by the running thread only.
/// </remarks>
internal sealed class Mailbox : IRunnable
{
    private readonly MailboxSettings _settings;
    private readonly MailboxBound? _bound;
    private MessageQueue _queue;
    private Stack<Envelope>? _front;
    private SystemMessage? _systemHead;
    private SystemMessage? _systemTail;
    private SpinGuard _guard;
    private int _suspendCount;

    // A new mailbox counts as scheduled, so that messages wait until Start.
    private bool _scheduled = true;
    private volatile bool _closed;

    internal Mailbox(MailboxSettings settings)
    {
        _settings = settings;
        _bound = settings.CreateBound();
    }

    internal ActorCell Cell { get; set; } = null!;

    internal int StashCapacity => _settings.StashCapacity;

    internal bool IsClosed => _closed;

    internal bool IsSuspended => _suspendCount > 0;

    internal int SuspendCount => _suspendCount;

    internal bool HasMessages => _front is { Count: > 0 } || !_queue.IsEmpty;

    internal int NumberOfMessages => (_front?.Count ?? 0) + _queue.Count;

    /// <summary>Runs the mailbox for the first time: the cell then creates its actor.</summary>
    internal void Start() => Cell.Dispatcher.Execute(this);

    internal void Post(Envelope envelope)
    {
        if (_bound is not null && !_bound.TryEnter())
        {
            Cell.Undeliverable(envelope);
            return;
        }

        _guard.Enter();
        if (_closed)
        {
            _guard.Exit();
            Cell.Undeliverable(envelope);
            return;
        }

        _queue.Enqueue(envelope);
        var wake = !_scheduled && _suspendCount == 0;
        if (wake)
        {
            _scheduled = true;
        }

        _guard.Exit();
        if (wake)
        {
            Cell.Dispatcher.Execute(this);
        }
    }

    internal void PostSystem(SystemMessage message)
    {
        Debug.Assert(message.Next is null, "A system message lies in one queue at most.");
        _guard.Enter();
        if (_closed)
        {
            _guard.Exit();
            Cell.Undeliverable(message);
            return;
        }

        if (_systemTail is null)
        {
            Volatile.Write(ref _systemHead, message);
        }
        else
        {
            _systemTail.Next = message;
        }

        _systemTail = message;
        var wake = !_scheduled;
        _scheduled = true;
        _guard.Exit();
        if (wake)
        {
            Cell.Dispatcher.Execute(this);
        }
    }

    /// <summary>Puts a message before all others. Called by the running thread only.</summary>
    internal void PostFirst(Envelope envelope) => (_front ??= new Stack<Envelope>()).Push(envelope);

    internal void Suspend() => _suspendCount++;

    internal void Resume() => _suspendCount = Math.Max(0, _suspendCount - 1);

    /// <summary>Takes no more messages; what is left becomes dead letters. Called by the running thread only.</summary>
    internal void Close()
    {
        _guard.Enter();
        _closed = true;
        var system = _systemHead;
        _systemHead = _systemTail = null;
        _guard.Exit();
        _bound?.Open();

        while (system is not null)
        {
            var next = system.Next;
            system.Next = null;
            Cell.Undeliverable(system);
            system = next;
        }

        while (TryTake(out var envelope))
        {
            Cell.Undeliverable(envelope);
        }

        _queue.Release();
        _front = null;
    }

    public void Execute() => Run();

    public void Run()
    {
        var outer = ActorCell.Enter(Cell);
        try
        {
            Cell.CreateIfNew();
            ProcessSystemMessages();
            ProcessMessages();
        }
        finally
        {
            ActorCell.Leave(outer);
        }

        _guard.Enter();
        var more = !_closed && (_systemHead is not null || (_suspendCount == 0 && HasMessages));
        _scheduled = more;
        _queue.Trim();

        _guard.Exit();
        if (more)
        {
            Cell.Dispatcher.Execute(this);
        }
    }

    private void ProcessMessages()
    {
        var cell = Cell;
        var left = cell.Dispatcher.Throughput;
        var deadline = cell.Dispatcher.NewDeadline();
        while (_suspendCount == 0 && !_closed && TryTake(out var envelope))
        {
            cell.Invoke(in envelope);
            if (Volatile.Read(ref _systemHead) is not null)
            {
                ProcessSystemMessages();
            }

            if (--left <= 0 || (deadline != 0 && Stopwatch.GetTimestamp() >= deadline))
            {
                return;
            }
        }
    }

    private void ProcessSystemMessages()
    {
        while (Volatile.Read(ref _systemHead) is not null)
        {
            _guard.Enter();
            var message = _systemHead;
            _systemHead = _systemTail = null;
            _guard.Exit();

            while (message is not null)
            {
                var next = message.Next;
                message.Next = null;
                if (_closed)
                {
                    Cell.Undeliverable(message);
                }
                else
                {
                    Cell.InvokeSystem(message);
                }

                message = next;
            }
        }
    }

    private bool TryTake(out Envelope envelope)
    {
        if (_front is { Count: > 0 } front)
        {
            // The slot of a bounded mailbox was given back when the message was taken for the first time.
            envelope = front.Pop();
            return true;
        }

        if (!_queue.TryDequeue(out envelope))
        {
            return false;
        }

        _bound?.Exit();
        return true;
    }
}
