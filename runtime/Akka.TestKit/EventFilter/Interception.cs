using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>
/// The time that some filters are in force in a system. The listener shows it events; the test waits for their number.
/// </summary>
internal sealed class Interception
{
    private const int OthersShown = 5;

    private readonly IReadOnlyList<LogFilter> _filters;
    private readonly ActorSystem _system;
    private readonly SemaphoreSlim _matched = new(0);
    private readonly TaskCompletionSource _begun = NewSignal();
    private readonly TaskCompletionSource _ended = NewSignal();
    private readonly List<LogEvent> _others = [];
    private int _count;
    private Exception? _broken;

    public Interception(ActorSystem system, IReadOnlyList<LogFilter> filters)
    {
        _system = system;
        _filters = filters;
    }

    /// <summary>How many events matched. Final once <see cref="End"/> returned.</summary>
    public int Count => Volatile.Read(ref _count);

    public string Description => string.Join(" or ", _filters.Select(filter => filter.Description));

    /// <summary>Puts the filters in force.</summary>
    /// <exception cref="InvalidOperationException">The system's loggers do not know filters.</exception>
    public async ValueTask Begin(TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        _system.EventStream.Publish(new EventFilterProtocol.Mute(this));
        if (await waiting.For(_begun.Task, timeout, cancellationToken))
            return;

        Abandon();
        throw new InvalidOperationException(
            $"No logger of system {_system.Name} answered the event filter within {Describe.Time(timeout)}. "
            + "akka.loggers must name \"Akka.TestKit.TestEventListener, Akka.TestKit\".");
    }

    /// <summary>Waits until so many events matched, or the time is over; for none, until one matched.</summary>
    public async ValueTask WaitFor(
        int expected, TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        var end = TestKitBase.Now + timeout;
        for (var left = Math.Max(expected, 1); left > 0; left--)
        {
            var remaining = end - TestKitBase.Now;
            if (!await waiting.For(_matched, remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, cancellationToken))
                return;
        }
    }

    /// <summary>Puts the filters out of force, after what was logged before this call has been looked at.</summary>
    public async ValueTask End(TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        Abandon();
        await waiting.For(_ended.Task, timeout, cancellationToken);
        if (_broken is not null)
            throw new InvalidOperationException($"The event filter {Description} itself failed.", _broken);
    }

    /// <summary>Puts the filters out of force, some time.</summary>
    public void Abandon() => _system.EventStream.Publish(new EventFilterProtocol.Unmute(this));

    /// <summary>Called by the listener, as are the others that follow.</summary>
    public void Begun() => _begun.TrySetResult();

    public void Ended() => _ended.TrySetResult();

    /// <summary>Whether the event is one of those filtered.</summary>
    public bool Takes(LogEvent logEvent)
    {
        if (!Matches(logEvent))
        {
            lock (_others)
            {
                if (_others.Count < OthersShown)
                    _others.Add(logEvent);
            }

            return false;
        }

        Interlocked.Increment(ref _count);
        _matched.Release();
        return true;
    }

    /// <summary>The first events that did not match, for failures.</summary>
    public string Others()
    {
        lock (_others)
        {
            return _others.Count == 0
                ? "nothing else was logged"
                : "logged instead:" + string.Concat(_others.Select(other => $"{Environment.NewLine}        {other}"));
        }
    }

    private bool Matches(LogEvent logEvent)
    {
        try
        {
            return _filters.Any(filter => filter.Matches(logEvent));
        }
        catch (FormatException)
        {
            // The event's arguments do not fit its format. That is no fault of the filter, and it has no text to match.
            return false;
        }
        catch (Exception e)
        {
            _broken ??= e;
            return false;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
