using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;

namespace ActorArbiter.Transports;

/// <summary>How bytes come in and go out, whatever they say.</summary>
internal sealed record TransportOptions
{
    /// <summary>What carries connections.</summary>
    public required TransportKind Kind { get; init; }

    /// <summary>Who says when messages arrive.</summary>
    public required StampSetting Stamps { get; init; }

    /// <summary>The settings of the actor system that it needs, over all others.</summary>
    public Config ActorSystemSettings => StampedTcpHosting.ConfigurationOf(new StampedTcpSetup
    {
        IsDefaultDispatcher = Kind == TransportKind.Stamped,
        HasLightMailboxes = true,
        HasQuietScheduler = true,
    });

    /// <summary>The transport in an actor system.</summary>
    public ITransport Create(ActorSystem system) => Kind == TransportKind.Stamped
        ? new StampedTransport(Stamps)
        : new AkkaIoTransport(system.Tcp(), Stamps);
}
