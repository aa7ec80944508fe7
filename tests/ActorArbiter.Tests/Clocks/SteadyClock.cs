using ActorArbiter.Clocks;

namespace ActorArbiter.Tests.Clocks;

/// <summary>A system's clock that nobody ever sets.</summary>
internal static class SteadyClock
{
    public static ClockHistory History()
    {
        var history = new ClockHistory();
        history.Add(new ClockSample(Realtime: 0, Boottime: 0), sequence: 0);
        return history;
    }
}
