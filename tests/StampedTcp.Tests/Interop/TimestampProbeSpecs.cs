using System.Net.Sockets;
using ActorArbiter.StampedTcp.Interop;
using StampedTcp.Tests.Support;

namespace StampedTcp.Tests.Interop;

public sealed class TimestampProbeSpecs
{
    [KernelTimestampsFact]
    public void Where_there_are_timestamps_there_is_no_reason_for_none() => Assert.Null(TimestampProbe.WhyNone(AddressFamily.InterNetwork));

    [KernelTimestampsFact]
    public void A_failure_is_a_reason() => Assert.NotEmpty(TimestampProbe.WhyNone(AddressFamily.Packet)!);
}
