using System.Net;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.TestKit;

namespace ActorArbiter.Tests.Transports;

/// <summary>A listener that is bound, and used in its owner's turn.</summary>
/// <param name="run">Where it is.</param>
/// <param name="owner">Its owner.</param>
/// <param name="told">What the owner is told.</param>
/// <param name="bound">What it was told at first.</param>
internal sealed class ListenerUnderTest(TransportRun run, IActorRef owner, TestProbe told, ListenerProtocol.Bound bound)
{
    public IActorRef Owner => owner;

    public TestProbe Told => told;

    public ListenerProtocol.Bound Bound => bound;

    public IPEndPoint EndPoint => bound.Address;

    public Task<RawClient> ConnectAsync(int? receiveBuffer = null) => RawClient.ConnectAsync(EndPoint, receiveBuffer);

    /// <summary>A new client, which is accepted.</summary>
    /// <param name="receiveBuffer">As for <see cref="RawClient.ConnectAsync"/>.</param>
    public async Task<(RawClient Client, ClientUnderTest Accepted)> AcceptAsync(int? receiveBuffer = null)
    {
        var client = await ConnectAsync(receiveBuffer);
        return (client, await AcceptNextAsync());
    }

    /// <summary>Accepts the next client, as soon as there is one.</summary>
    public async Task<ClientUnderTest> AcceptNextAsync()
    {
        while (true)
        {
            if (await TryAcceptAsync() is { } accepted)
                return accepted;
            await CallAsync(listener => listener.AcceptOn());
            told.ExpectMsg<ListenerProtocol.Acceptable>(TransportRun.Patience);
        }
    }

    /// <summary>Accepts the next client, if there is one.</summary>
    public async Task<ClientUnderTest?> TryAcceptAsync()
    {
        var test = run.CreateTestProbe();
        var done = await owner.Ask<OwnerProtocol.Done>(new OwnerProtocol.Accept(test.Ref), TransportRun.Patience);
        return done.Result is IActorRef accepted ? new ClientUnderTest(accepted, test) : null;
    }

    public Task CallAsync(Action<IListenerSocket> use) => owner.Ask<OwnerProtocol.Done>(
        new OwnerProtocol.CallListener(listener =>
        {
            use(listener);
            return null;
        }),
        TransportRun.Patience);

    /// <summary>Closes it, and waits until its port is free.</summary>
    public async Task CloseAsync()
    {
        await CallAsync(listener => listener.Close());
        told.FishForMessage<ListenerProtocol.Closed>(_ => true, TransportRun.Patience);
    }
}
