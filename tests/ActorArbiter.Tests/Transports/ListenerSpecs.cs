using System.Net;
using System.Net.Sockets;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Transports;
using Akka.Actor;
using TestSupport;

namespace ActorArbiter.Tests.Transports;

/// <summary>What a listening socket does, whatever carries its connections.</summary>
public sealed class ListenerSpecs
{
    [Theory]
    [EachTransport]
    public Task Port_0_takes_a_free_port_and_says_which(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var listener = run.Listen(new IPEndPoint(IPAddress.IPv6Loopback, 0));

        Assert.Equal(IPAddress.IPv6Loopback, listener.EndPoint.Address);
        Assert.NotEqual(0, listener.EndPoint.Port);
        var (client, _) = await listener.AcceptAsync();
        client.Dispose();
    });

    [Theory]
    [EachTransport]
    public Task An_address_in_use_is_told_with_its_error(string transport) => TransportRun.PlayAsync(transport, run =>
    {
        var first = run.Listen();

        var (_, told) = run.Bind(first.EndPoint);

        var cause = told.ExpectMsg<ListenerProtocol.BindFailed>(TransportRun.Patience).Cause;
        Assert.Equal(SocketError.AddressAlreadyInUse, Assert.IsType<SocketException>(cause).SocketErrorCode);
        return Task.CompletedTask;
    });

    [Theory]
    [EachTransport]
    public Task Nobody_is_accepted_before_that_is_asked_for(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var listener = run.Listen();
        using var client = await listener.ConnectAsync();
        await client.SendAsync("hello");
        listener.Told.ExpectNoMsg(TransportRun.AMoment);

        await listener.CallAsync(each => each.AcceptOn());

        listener.Told.ExpectMsg<ListenerProtocol.Acceptable>(TransportRun.Patience);
        var accepted = await listener.TryAcceptAsync();
        await accepted!.ExpectAsync("hello");
        Assert.Null(await listener.TryAcceptAsync());
    });

    [Theory]
    [EachTransport]
    public Task Every_client_is_accepted_once(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        const int Clients = 50;
        var listener = run.Listen();
        var clients = new List<RawClient>();
        var addresses = new HashSet<IPEndPoint>();
        try
        {
            for (var i = 0; i < Clients; i++)
                clients.Add(await listener.ConnectAsync());
            for (var i = 0; i < Clients; i++)
                addresses.Add((await (await listener.AcceptNextAsync()).CallAsync(socket => socket.Peer))!);

            Assert.Equal(clients.Select(client => client.LocalEndPoint).ToHashSet(), addresses);
            Assert.Null(await listener.TryAcceptAsync());
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    });

    [Theory]
    [EachTransport]
    public Task Connections_outlive_the_end_of_accepting(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var listener = run.Listen();
        var (client, accepted) = await listener.AcceptAsync();
        using (client)
        {
            await listener.CallAsync(each => each.StopAccepting());

            await client.SendAsync("hello");
            await accepted.ExpectAsync("hello");
            await accepted.SendAllAsync("goodbye");
            await accepted.EndSendingAsync();
            Assert.Equal("goodbye", await client.ReadToEndAsync());
        }
    });

    [Theory]
    [EachTransport]
    public Task A_closed_listener_has_freed_its_port(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var listener = run.Listen();
        await listener.CallAsync(each => each.StopAccepting());

        await listener.CloseAsync();

        var error = await Assert.ThrowsAsync<SocketException>(() => listener.ConnectAsync());
        Assert.Equal(SocketError.ConnectionRefused, error.SocketErrorCode);
        Assert.Equal(listener.EndPoint, run.Listen(listener.EndPoint).EndPoint);
    });

    [Theory]
    [EachTransport]
    public Task A_listener_whose_owner_ends_has_freed_its_port(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var listener = run.Listen();

        await listener.Owner.GracefulStop(TransportRun.Patience);

        await ExpectFreeAsync(listener.EndPoint);
    });

    [Theory]
    [EachTransport]
    public Task A_listener_may_be_closed_before_it_is_bound(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (owner, told) = run.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await owner.Ask<OwnerProtocol.Done>(new OwnerProtocol.CallListener(each =>
        {
            each.Close();
            return null;
        }));

        var happened = new[] { told.ExpectMsg<object>(TransportRun.Patience), told.ExpectMsg<object>(TransportRun.Patience) };
        Assert.Contains(ListenerProtocol.Closed.Instance, happened);
        var bound = Assert.Single(happened.OfType<ListenerProtocol.Bound>());
        await ExpectFreeAsync(bound.Address);
    });

    [Theory]
    [EachTransport]
    public Task Whoever_was_accepted_and_has_no_owner_is_reset_when_the_listener_closes(string transport) =>
        TransportRun.PlayAsync(transport, async run =>
        {
            var listener = run.Listen();
            using var client = await listener.ConnectAsync();
            await listener.CallAsync(each => each.AcceptOn());
            listener.Told.ExpectMsg<ListenerProtocol.Acceptable>(TransportRun.Patience);
            await listener.CallAsync(each => Assert.NotNull(each.TryAccept()));

            await listener.CloseAsync();

            await Assert.ThrowsAsync<SocketException>(() => client.ReadToEndAsync());
        });

    [Theory]
    [EachTransport]
    public Task Whoever_was_accepted_and_is_closed_unopened_is_reset(string transport) =>
        TransportRun.PlayAsync(transport, async run =>
        {
            var listener = run.Listen();
            using var client = await listener.ConnectAsync();
            await listener.CallAsync(each => each.AcceptOn());
            listener.Told.ExpectMsg<ListenerProtocol.Acceptable>(TransportRun.Patience);

            await listener.CallAsync(each => each.TryAccept()!.Close());

            await Assert.ThrowsAsync<SocketException>(() => client.ReadToEndAsync());
        });

    [Theory]
    [EachTransport]
    public Task Clients_are_told_of_once_each_time_that_is_asked_for(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var listener = run.Listen();
        using var first = await listener.ConnectAsync();
        await listener.CallAsync(each => each.AcceptOn());
        listener.Told.ExpectMsg<ListenerProtocol.Acceptable>(TransportRun.Patience);

        using var second = await listener.ConnectAsync();
        listener.Told.ExpectNoMsg(TransportRun.AMoment);
        await listener.CallAsync(each => each.AcceptOn());

        listener.Told.ExpectMsg<ListenerProtocol.Acceptable>(TransportRun.Patience);
    });

    [StampedFact(AkkaIoLacks.EndOfAcceptingAlone)]
    public Task Nobody_connects_to_a_listener_that_accepts_no_longer() => TransportRun.PlayAsync("stamped", async run =>
    {
        var listener = run.Listen();
        var (client, _) = await listener.AcceptAsync();
        using (client)
        {
            await listener.CallAsync(each => each.StopAccepting());

            var error = await Assert.ThrowsAsync<SocketException>(() => listener.ConnectAsync());
            Assert.Equal(SocketError.ConnectionRefused, error.SocketErrorCode);
        }
    });

    /// <summary>Waits until nobody listens there.</summary>
    private static async Task ExpectFreeAsync(IPEndPoint address)
    {
        using var patience = new CancellationTokenSource(TransportRun.Patience);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        try
        {
            while (await looks.WaitForNextTickAsync(patience.Token))
                (await RawClient.ConnectAsync(address)).Dispose();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            // That is it.
        }
    }
}
