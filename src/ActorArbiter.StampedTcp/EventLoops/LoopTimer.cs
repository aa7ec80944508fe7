using System.Diagnostics;
using Akka.Actor;

namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>A timer that its loop keeps, whose place there it knows.</summary>
internal sealed class LoopTimer : ActorTimer
{
    private readonly EventLoop _loop;
    private readonly IActorRef _owner;
    private readonly object _message;

    public LoopTimer(EventLoop loop, IActorRef owner, object message)
    {
        _loop = loop;
        _owner = owner;
        _message = message;
    }

    /// <summary>When it is due, as <see cref="Stopwatch.GetTimestamp"/> counts.</summary>
    public long Due { get; set; }

    /// <summary>Its place in the heap; negative while it does not run.</summary>
    public int Place { get; set; } = -1;

    public override void Start(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        _loop.Verify();

        // The longest delay would be over at once.
        Due = Stopwatch.GetTimestamp() + (long)Math.Min(delay.TotalSeconds * Stopwatch.Frequency, long.MaxValue / 2);
        _loop.Timers.Put(this);
    }

    public override void Cancel()
    {
        _loop.Verify();
        _loop.Timers.Remove(this);
    }

    /// <summary>The time has come.</summary>
    public void Tell() => _owner.Tell(_message, ActorRefs.NoSender);
}
