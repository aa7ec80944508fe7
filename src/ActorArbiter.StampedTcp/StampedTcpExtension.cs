using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp.EventLoops;
using Akka.Actor;
using Akka.Configuration;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// TCP for actors on Linux, beside Akka.IO: what is read says when it reached this host, by the kernel's own receive timestamps, and
/// the thread that waits for sockets is the one that runs their actors.
/// </summary>
/// <remarks>The settings are <c>stamped-tcp</c> in the actor system's configuration; reference.conf lists them.</remarks>
public sealed class StampedTcpExtension : IExtension
{
    /// <summary>The dispatcher for actors that own listeners and sockets: <see cref="EventLoopDispatcher"/>.</summary>
    public const string DispatcherId = "stamped-tcp.dispatcher";

    private StampedTcpExtension(ActorSystem system)
    {
        system.Settings.InjectTopLevelFallback(DefaultConfiguration());
        var settings = system.Settings.Config.GetConfig("stamped-tcp.listener");
        ListenerDefaults = new StampedListenerOptions
        {
            Backlog = settings.GetInt("backlog"),
            KernelTimestamps = settings.GetBoolean("kernel-timestamps"),
            NoDelay = settings.GetBoolean("no-delay"),
            AcceptPause = settings.GetTimeSpan("accept-pause"),
        };
    }

    /// <summary>Whether this system has it: 64-bit Linux.</summary>
    public static bool IsSupported => EventLoop.IsSupported;

    /// <summary>The options of listeners that are given none.</summary>
    public StampedListenerOptions ListenerDefaults { get; }

    /// <summary>The extension of an actor system.</summary>
    public static StampedTcpExtension For(ActorSystem system) => system.WithExtension<StampedTcpExtension, Provider>();

    /// <summary>The settings with their defaults.</summary>
    public static Config DefaultConfiguration() =>
        ConfigurationFactory.FromResource("ActorArbiter.StampedTcp.reference.conf", typeof(StampedTcpExtension).Assembly);

    /// <summary>
    /// Listens, and makes an actor the owner of the listener. Where the kernel is to say when bytes came it takes a millisecond longer,
    /// a second at most, until that is sure.
    /// </summary>
    /// <param name="owner">The context of the calling actor, which runs on an <see cref="EventLoopDispatcher"/>.</param>
    /// <param name="address">Where to listen; port 0 takes a free one.</param>
    /// <param name="options">How; <see cref="ListenerDefaults"/> unless given.</param>
    /// <exception cref="SocketException">The address cannot be bound, bind(2), listen(2).</exception>
    /// <exception cref="InvalidOperationException">The actor runs elsewhere.</exception>
    public StampedListener Listen(IActorContext owner, IPEndPoint address, StampedListenerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(address);
        var loop = LoopOf(owner);
        loop.Verify();
        return StampedListener.Listen(loop, owner, address, options ?? ListenerDefaults);
    }

    /// <exception cref="InvalidOperationException">The actor runs on no event loop.</exception>
    internal static EventLoop LoopOf(IActorContext owner) =>
        owner.Dispatcher is EventLoopDispatcher { Loop: var loop }
            ? loop
            : throw new InvalidOperationException(
                $"{owner.Self.Path} runs on '{owner.Dispatcher.Id}', which is no event loop: give its Props the dispatcher '{DispatcherId}'.");

    private sealed class Provider : ExtensionIdProvider<StampedTcpExtension>
    {
        public override StampedTcpExtension CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
