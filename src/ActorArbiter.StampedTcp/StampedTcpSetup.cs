namespace ActorArbiter.StampedTcp;

/// <summary>What <see cref="StampedTcpHosting.WithStampedTcp"/> puts in the place of Akka.NET's own.</summary>
public sealed class StampedTcpSetup
{
    /// <summary>
    /// Whether all actors that are given no other dispatcher run on one <see cref="EventLoopDispatcher"/>, with its default settings:
    /// for a program that is about its connections.
    /// </summary>
    public bool IsDefaultDispatcher { get; set; }

    /// <summary>Whether all actors that are given no other mailbox have a <see cref="LightMailbox"/>.</summary>
    public bool HasLightMailboxes { get; set; }

    /// <summary>Whether the scheduler is a <see cref="QuietScheduler"/>.</summary>
    public bool HasQuietScheduler { get; set; }
}
