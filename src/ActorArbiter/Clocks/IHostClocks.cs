namespace ActorArbiter.Clocks;

/// <summary>The clocks that tell whether stamps of some time can be compared.</summary>
internal interface IHostClocks
{
    ClockSample Read();
}
