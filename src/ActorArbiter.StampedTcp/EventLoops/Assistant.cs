using Akka.Dispatch;


namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>
/// Does errands for an <see cref="EventLoop"/> that is behind, on a thread of its own, while a processor has time for it. The
/// loop takes back what has not been begun when it has nothing else to do.
/// </summary>
/// <remarks>
/// Errands are handed over many at a time, so that a thread need not be woken for each. The thread starts with the first.
/// Only <see cref="Dispose"/> may be called by other threads than the loop's.
/// </remarks>
internal sealed class Assistant : IDisposable
{
    private const int ErrandsPerBatch = 32;

    /// <summary>One to do, and enough beside it that the next one is there in time.</summary>
    private const int MostBatches = 4;

    private readonly EventLoop _loop;
    private readonly Thread _thread;

    // Only the loop's thread uses these.
    private readonly Stack<Batch> _freeBatches = new(MostBatches);
    private Batch? _open;
    private bool _started;

    // These only with the queue locked.
    private readonly Queue<Batch> _handedOver = new(MostBatches);
    private bool _disposed;

    /// <param name="loop">Whose errands it does.</param>
    /// <param name="name">The name of the thread.</param>
    public Assistant(EventLoop loop, string name)
    {
        _loop = loop;
        _thread = new Thread(Work) { Name = name, IsBackground = true };
        for (var batch = 0; batch < MostBatches; batch++)
            _freeBatches.Push(new Batch(this));
    }

    /// <summary>Takes an errand, unless it has as many as it may have.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryTake(IErrand errand)
    {
        if (_open is null && !_freeBatches.TryPop(out _open))
            return false;

        _open.Errands.Add(errand);
        if (_open.Errands.Count == ErrandsPerBatch)
            HandOver();
        return true;
    }

    /// <summary>Does those errands on the caller's thread that are too few to be handed over.</summary>
    public void DoRest()
    {
        if (_open is not { } batch)
            return;

        _open = null;
        Do(batch);
    }

    /// <summary>Does some of those errands on the caller's thread that were handed over and not begun.</summary>
    /// <returns>Whether there were any.</returns>
    public bool TryDoHandedOver()
    {
        if (_freeBatches.Count == MostBatches)
            return false;

        Batch? batch;
        lock (_handedOver)
        {
            if (!_handedOver.TryDequeue(out batch))
                return false;
        }

        Do(batch);
        return true;
    }

    /// <summary>Lets the thread end after the batch that it does. Does not wait for it.</summary>
    public void Dispose()
    {
        lock (_handedOver)
        {
            _disposed = true;
            Monitor.Pulse(_handedOver);
        }
    }

    private void HandOver()
    {
        if (!_started)
        {
            _thread.UnsafeStart();
            _started = true;
        }

        lock (_handedOver)
        {
            _handedOver.Enqueue(_open!);
            Monitor.Pulse(_handedOver);
        }

        _open = null;
    }

    private void Work()
    {
        while (Next() is { } batch)
            Do(batch);
    }

    private void Do(Batch batch)
    {
        foreach (var errand in batch.Errands)
            errand.Run();
        _loop.Queue(batch);
    }

    /// <returns>Null at the end.</returns>
    private Batch? Next()
    {
        lock (_handedOver)
        {
            while (_handedOver.Count == 0 && !_disposed)
                Monitor.Wait(_handedOver);
            return _disposed ? null : _handedOver.Dequeue();
        }
    }

    /// <summary>Errands that are done together. Run by the loop after that, it finishes them.</summary>
    private sealed class Batch : IRunnable
    {
        private readonly Assistant _assistant;
        private int _finished;

        public Batch(Assistant assistant) => _assistant = assistant;

        public List<IErrand> Errands { get; } = new(ErrandsPerBatch);

        /// <summary>One in each turn: whoever is told of it may have a mailbox that is bounded, and gets a turn in between.</summary>
        public void Run()
        {
            Errands[_finished++].Finish();
            if (_finished < Errands.Count)
            {
                _assistant._loop.Queue(this);
                return;
            }

            Errands.Clear();
            _finished = 0;
            _assistant._freeBatches.Push(this);
        }

        void IThreadPoolWorkItem.Execute() => Run();
    }
}
