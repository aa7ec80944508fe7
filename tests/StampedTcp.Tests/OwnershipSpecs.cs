using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Event;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Whose a socket is, and that it is closed whatever happens to its owner.</summary>
public sealed class OwnershipSpecs(ITestOutputHelper output)
    : StampedTcpSpecs(output, $"{OtherLoop}.type = \"{LoopType}\"")
{
    private const string OtherLoop = "other-loop";

    public enum Failing
    {
        Constructor,
        BeforeOpen,
        AfterOpen,
        InAMessage,
    }

    public enum Member
    {
        Open,
        RemoteEndPoint,
        AwaitReadable,
        Receive,
        Send,
        EndSending,
        Close,
    }

    [Theory]
    [InlineData(Failing.Constructor)]
    [InlineData(Failing.BeforeOpen)]
    [InlineData(Failing.AfterOpen)]
    [InlineData(Failing.InAMessage)]
    public async Task An_owner_that_fails_leaves_a_closed_socket(Failing failing)
    {
        var server = await ListenAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        var socket = await server.NextClientAsync();

        var owner = Sys.ActorOf(socket.PropsFor(accepted => new Owner(accepted, failing)));
        owner.Tell("fail", ActorRefs.NoSender);

        await peer.ExpectResetAsync();
        Watch(owner);
        await ExpectTerminatedAsync(owner);
    }

    [Fact]
    public async Task An_owner_that_forgets_to_close_leaves_a_closed_socket()
    {
        var server = await ListenAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        var socket = await server.NextClientAsync();
        var owner = Sys.ActorOf(socket.PropsFor(accepted => new Owner(accepted, failing: null)));

        Sys.Stop(owner);

        await peer.ExpectResetAsync();
    }

    [Fact]
    public async Task An_owner_may_close_as_it_stops_and_its_last_words_arrive()
    {
        var server = await ListenAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        var socket = await server.NextClientAsync();
        var owner = Sys.ActorOf(socket.PropsFor(accepted => new Closing(accepted)));

        Sys.Stop(owner);

        Assert.Equal("goodbye"u8.ToArray(), await peer.ReceiveToEndAsync());
    }

    [Fact]
    public async Task An_owner_cannot_be_restarted_and_says_so()
    {
        var server = await ListenAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        var socket = await server.NextClientAsync();
        var owner = Sys.ActorOf(socket.PropsFor(accepted => new Owner(accepted, Failing.InAMessage)));

        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        // The user guardian restarts.
        owner.Tell("fail", ActorRefs.NoSender);

        await FishForMessageAsync<Error>(IsOf("cannot be restarted"));
        Watch(owner);
        await ExpectTerminatedAsync(owner);
    }

    [Fact]
    public async Task An_owner_runs_on_the_loop_of_its_socket_without_being_told_to()
    {
        var server = await TestServer.StartAsync(Sys, dispatcher: OtherLoop);
        using var peer = await RawPeer.ConnectAsync(server.Address);
        var socket = await server.NextClientAsync();

        Sys.ActorOf(socket.PropsFor(accepted => new Owner(accepted, failing: null))).Tell("?");

        Assert.Equal(OtherLoop, await ExpectMsgAsync<string>());
    }

    [Fact]
    public async Task An_owner_that_is_made_to_run_elsewhere_leaves_a_closed_socket()
    {
        var server = await ListenAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        var socket = await server.NextClientAsync();

        var props = socket.PropsFor(accepted => new Owner(accepted, failing: null)).WithDispatcher("akka.actor.default-dispatcher");
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        Sys.ActorOf(props);

        await FishForMessageAsync<Error>(IsOf("may be called only by an actor that runs on"));
        await peer.ExpectResetAsync();
    }

    [Fact]
    public async Task An_owner_on_another_loop_is_refused_and_the_socket_closed()
    {
        var server = await ListenAsync();
        using var link = await server.AcceptAsync();
        var other = LoopActor.On(Sys, OtherLoop);
        var context = await other.InTurnAsync(context => context);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => server.Owner.InTurnAsync(_ => link.Socket.Open(context)));

        Assert.Contains("dispatcher of the listener", failure.Message, StringComparison.Ordinal);
        await link.Peer.ExpectResetAsync();
    }

    [Fact]
    public async Task An_owner_on_no_loop_is_refused_and_the_socket_closed()
    {
        var server = await ListenAsync();
        using var link = await server.AcceptAsync();
        var other = LoopActor.Elsewhere(Sys);
        var context = await other.InTurnAsync(context => context);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => server.Owner.InTurnAsync(_ => link.Socket.Open(context)));

        Assert.Contains(StampedTcpExtension.DispatcherId, failure.Message, StringComparison.Ordinal);
        await link.Peer.ExpectResetAsync();
    }

    [Fact]
    public async Task A_socket_has_one_owner()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => server.Owner.InTurnAsync(context => link.Socket.Open(context)));

        await link.Peer.SendAsync("still here");
        Assert.Equal("still here", await link.ReadTextAsync(10));
    }

    [Theory]
    [InlineData(Member.Open)]
    [InlineData(Member.RemoteEndPoint)]
    [InlineData(Member.AwaitReadable)]
    [InlineData(Member.Receive)]
    [InlineData(Member.Send)]
    [InlineData(Member.EndSending)]
    [InlineData(Member.Close)]
    public async Task A_call_by_another_thread_is_refused_and_changes_nothing(Member call)
    {
        var server = await ListenAsync();
        using var link = call == Member.Open ? await server.AcceptAsync() : await server.ConnectAsync();
        var context = await link.Owner.InTurnAsync(context => context);

        var failure = Assert.Throws<InvalidOperationException>(() => Make(call, link.Socket, context));

        Assert.Contains("event loop's thread", failure.Message, StringComparison.Ordinal);
        if (call == Member.Open)
            await link.OpenAsync();
        await link.Peer.SendAsync("still here");
        Assert.Equal("still here", await link.ReadTextAsync(10));
        Assert.True(await link.SendAsync("and here"));
        Assert.Equal("and here", await link.Peer.ReceiveTextAsync(8));
    }

    [Fact]
    public async Task A_call_on_another_loop_is_refused()
    {
        var server = await ListenAsync();
        using var link = await server.ConnectAsync();
        var other = LoopActor.On(Sys, OtherLoop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => other.InTurnAsync(_ => link.Socket.AwaitReadable()));
    }

    private static Predicate<Error> IsOf(string cause) =>
        error => error.Cause?.ToString().Contains(cause, StringComparison.Ordinal) == true;

    private static void Make(Member call, StampedSocket socket, IActorContext context)
    {
        switch (call)
        {
            case Member.Open:
                socket.Open(context);
                break;
            case Member.RemoteEndPoint:
                _ = socket.RemoteEndPoint;
                break;
            case Member.AwaitReadable:
                socket.AwaitReadable();
                break;
            case Member.Receive:
                socket.Receive(out _, out _);
                break;
            case Member.Send:
                socket.Send("x"u8.ToArray());
                break;
            case Member.EndSending:
                socket.EndSending();
                break;
            case Member.Close:
                socket.Close();
                break;
        }
    }

    private sealed class Closing(StampedSocket socket) : UntypedActor
    {
        protected override void PreStart() => socket.Open(Context);

        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop()
        {
            socket.Send("goodbye"u8.ToArray());
            socket.EndSending();
            socket.Close();
        }
    }

    /// <summary>Never closes its socket.</summary>
    private sealed class Owner : UntypedActor
    {
        private readonly StampedSocket _socket;
        private readonly Failing? _failing;

        public Owner(StampedSocket socket, Failing? failing)
        {
            _socket = socket;
            _failing = failing;
            FailAt(Failing.Constructor);
        }

        protected override void PreStart()
        {
            FailAt(Failing.BeforeOpen);
            _socket.Open(Context);
            FailAt(Failing.AfterOpen);
        }

        protected override void OnReceive(object message)
        {
            FailAt(Failing.InAMessage);
            Sender.Tell(Context.Dispatcher.Id);
        }

        private void FailAt(Failing here)
        {
            if (_failing == here)
                throw new TimeoutException("It was to fail here.");
        }
    }
}
