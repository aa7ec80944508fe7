using System.Net;
using ActorArbiter.CommandLine;
using ActorArbiter.Settings;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Transports;

/// <summary>An actor system as the program starts it, with listeners and connections of one transport that the test uses.</summary>
internal sealed class TransportRun : TestKit
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ITransport _transport;
    private readonly TestProbe _deadLetters;
    private readonly List<IActorRef> _owners = [];

    private TransportRun(TransportOptions options)
        : base(ServerSystem.ConfigFor(options))
    {
        _transport = options.Create(Sys);
        _deadLetters = CreateTestProbe("dead-letters");
        Sys.EventStream.Subscribe(_deadLetters.Ref, typeof(DeadLetter));
    }

    /// <summary>Long enough for a message that must not come to be seen, short enough to wait for.</summary>
    public static TimeSpan AMoment => TimeSpan.FromMilliseconds(100);

    /// <summary>Plays a scenario, in which every message must find somebody.</summary>
    /// <param name="transport">The transport, as it is called in the settings.</param>
    /// <param name="play">The scenario.</param>
    /// <param name="stamps">What the settings say of stamps.</param>
    public static async Task PlayAsync(string transport, Func<TransportRun, Task> play, string stamps = "kernel")
    {
        var settings = SettingsLoader.Load(
            ArbiterSettings.Schema,
            configFile: null,
            new Dictionary<string, string> { ["ARBITER__TRANSPORT"] = transport, ["ARBITER__STAMPS"] = stamps },
            commandLine: []);
        using var run = new TransportRun(ArbiterSettings.Read(settings).Transport);
        await play(run);
        await run.StopAsync();
        run._deadLetters.ExpectNoMsg(AMoment);
    }

    /// <summary>A listener that is bound; it accepts nobody yet.</summary>
    public ListenerUnderTest Listen(IPEndPoint? address = null)
    {
        var (owner, told) = Bind(address ?? new IPEndPoint(IPAddress.Loopback, 0));
        return new ListenerUnderTest(this, owner, told, told.ExpectMsg<ListenerProtocol.Bound>(Patience));
    }

    /// <summary>The owner of a listener that is to be bound, and what it is told.</summary>
    public (IActorRef Owner, TestProbe Told) Bind(IPEndPoint address)
    {
        var told = CreateTestProbe();
        var owner = Sys.ActorOf(ListenerOwner.PropsFor(_transport, address, told.Ref));
        _owners.Add(owner);
        return (owner, told);
    }

    /// <summary>Stops all owners.</summary>
    private async Task StopAsync()
    {
        foreach (var owner in _owners)
            await owner.GracefulStop(Patience);
    }
}
