using System.Diagnostics;

namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>The timers that run on a loop: a binary heap in which one that is cancelled leaves nothing behind. Not for several threads.</summary>
internal sealed class TimerHeap
{
    private LoopTimer[] _heap = new LoopTimer[16];
    private int _count;

    /// <summary>How many run.</summary>
    public int Count => _count;

    /// <summary>Adds a timer, or moves it to when it is due now.</summary>
    public void Put(LoopTimer timer)
    {
        if (timer.Place < 0)
        {
            if (_count == _heap.Length)
                Array.Resize(ref _heap, 2 * _count);
            Set(_count++, timer);
        }

        Up(timer.Place);
        Down(timer.Place);
    }

    /// <summary>Removes a timer, if it runs.</summary>
    public void Remove(LoopTimer timer)
    {
        var place = timer.Place;
        if (place < 0)
            return;
        timer.Place = -1;
        var last = _heap[--_count];
        _heap[_count] = null!;
        if (last == timer)
            return;
        Set(place, last);
        Up(place);
        Down(last.Place);
    }

    /// <summary>Removes those that are due, the first first, and has them tell so.</summary>
    /// <param name="now">As <see cref="Stopwatch.GetTimestamp"/> counts.</param>
    public void TellDue(long now)
    {
        while (_count > 0 && _heap[0] is var first && first.Due <= now)
        {
            Remove(first);
            first.Tell();
        }
    }

    /// <summary>How long until the first is due, in milliseconds, rounded up; -1 if there is none.</summary>
    /// <param name="now">As <see cref="Stopwatch.GetTimestamp"/> counts.</param>
    public int MillisecondsLeft(long now) =>
        _count == 0 ? -1 : (int)Math.Min(Math.Ceiling(Stopwatch.GetElapsedTime(now, Math.Max(now, _heap[0].Due)).TotalMilliseconds), int.MaxValue);

    private void Up(int place)
    {
        var timer = _heap[place];
        while (place > 0 && _heap[(place - 1) / 2] is var parent && parent.Due > timer.Due)
        {
            Set(place, parent);
            place = (place - 1) / 2;
        }

        Set(place, timer);
    }

    private void Down(int place)
    {
        var timer = _heap[place];
        while ((2 * place) + 1 is var child && child < _count)
        {
            if (child + 1 < _count && _heap[child + 1].Due < _heap[child].Due)
                child++;
            if (_heap[child].Due >= timer.Due)
                break;
            Set(place, _heap[child]);
            place = child;
        }

        Set(place, timer);
    }

    private void Set(int place, LoopTimer timer)
    {
        _heap[place] = timer;
        timer.Place = place;
    }
}
