using System.Reflection;
using ActorArbiter.StampedTcp;
using Xunit.Sdk;

namespace ActorArbiter.Tests.Transports;

/// <summary>Runs a theory on every transport that this system has; it is given the name.</summary>
public sealed class EachTransportAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        StampedTcpExtension.IsSupported ? [["stamped"], ["akka-io"]] : [["akka-io"]];
}
