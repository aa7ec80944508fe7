using System.Net;
using System.Net.Sockets;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Server;

/// <summary>The server as a whole on listening sockets that the test plays.</summary>
public sealed class ArbiterActorSpecs : TestKit
{
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(100);

    private readonly string _portFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly TestProbe _sockets;

    public ArbiterActorSpecs()
        : base("akka.loglevel = OFF") => _sockets = CreateTestProbe("sockets");

    [Fact]
    public void The_addresses_are_told_and_written_in_the_order_of_the_listeners_when_all_are_bound()
    {
        var arbiter = Start(Listener(1), Listener(2));
        var (first, second) = ExpectTwoBinds();
        arbiter.Tell(new ArbiterProtocol.AwaitAddresses(), TestActor);

        Bind(second, 12002);
        ExpectNoMsg(AMoment);
        Assert.False(File.Exists(_portFile));
        Assert.False(_sockets.HasMessages);
        Bind(first, 12001);
        _sockets.ExpectMsg<ListenerCalls.AcceptOn>();
        _sockets.ExpectMsg<ListenerCalls.AcceptOn>();

        var bound = ExpectMsg<ArbiterProtocol.Addresses>().Bound;
        Assert.Equal(["127.0.0.1:12001", "127.0.0.1:12002"], bound.Select(each => each.ToString()));
        Assert.Equal("127.0.0.1:12001\n127.0.0.1:12002\n", File.ReadAllText(_portFile));
    }

    [Fact]
    public void A_port_file_of_an_earlier_run_is_gone_before_anything_is_bound()
    {
        File.WriteAllText(_portFile, "127.0.0.1:1\n");

        Start(Listener(1));
        ExpectBind();

        Assert.False(File.Exists(_portFile));
    }

    [Fact]
    public void The_port_file_is_gone_when_the_server_has_ended()
    {
        var arbiter = Start(Listener(1));
        var listener = ExpectBind();
        BindAlone(listener);
        arbiter.Tell(new ArbiterProtocol.AwaitAddresses(), TestActor);
        ExpectMsg<ArbiterProtocol.Addresses>();
        Assert.True(File.Exists(_portFile));

        arbiter.Tell(new ArbiterProtocol.Stop());
        ExpectClose(listener);

        Assert.Null(Outcome(arbiter));
        Assert.False(File.Exists(_portFile));
    }

    [Fact]
    public void A_port_file_that_cannot_be_written_ends_the_server()
    {
        var options = ArbiterFixture.Defaults with { PortFile = Path.Combine(_portFile, "no", "such", "folder") };
        var arbiter = Sys.ActorOf(ArbiterActor.PropsFor(options, new PlayedTransport(_sockets), TextWriter.Null));

        Assert.StartsWith($"cannot use the port file {options.PortFile}: ", Outcome(arbiter), StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_ends_the_server_with_what_to_do()
    {
        var arbiter = Start(new ListenerOptions(1, new IPEndPoint(IPAddress.Loopback, 12345), ListenerProfile.Classic));

        Fail(ExpectBind(), new SocketException((int)SocketError.AddressAlreadyInUse));

        Assert.Equal(
            "cannot listen on 127.0.0.1:12345: port 12345 is in use; choose another --port, or --port 0 for a free one",
            Outcome(arbiter));
    }

    [Fact]
    public void Another_reason_not_to_listen_is_told_as_it_is()
    {
        var arbiter = Start(Listener(1));

        Fail(ExpectBind(), new IOException("the moon is full"));

        Assert.Equal("cannot listen on 127.0.0.1:0: the moon is full", Outcome(arbiter));
    }

    [Fact]
    public void A_listener_that_cannot_be_bound_takes_the_others_with_it()
    {
        var arbiter = Start(Listener(1), Listener(2));
        var (first, second) = ExpectTwoBinds();
        Bind(first, 12001);

        Fail(second, new IOException("the moon is full"));
        _sockets.FishForMessage<ListenerCalls.Close>(_ => true);
        Assert.Equal(first, _sockets.LastSender);
        _sockets.Send(first, ListenerProtocol.Closed.Instance);

        Assert.Equal("cannot listen on 127.0.0.1:0: the moon is full", Outcome(arbiter));
        Assert.False(File.Exists(_portFile));
    }

    [Fact]
    public void Whoever_asks_for_the_addresses_of_a_server_that_cannot_listen_is_told_how_it_ended()
    {
        var arbiter = Start(Listener(1));
        arbiter.Tell(new ArbiterProtocol.AwaitAddresses(), TestActor);

        Fail(ExpectBind(), new IOException("the moon is full"));

        Assert.NotNull(ExpectMsg<ArbiterProtocol.Outcome>().Failure);
        arbiter.Tell(new ArbiterProtocol.AwaitAddresses(), TestActor);
        Assert.NotNull(ExpectMsg<ArbiterProtocol.Outcome>().Failure);
    }

    [Fact]
    public void A_server_may_be_stopped_before_it_listens()
    {
        var arbiter = Start(Listener(1));
        var listener = ExpectBind();
        arbiter.Tell(new ArbiterProtocol.Stop());
        Assert.Null(Outcome(arbiter));

        ExpectCall<ListenerCalls.StopAccepting>(listener);

        Bind(listener, 12000);

        ExpectCall<ListenerCalls.Close>(listener);
    }

    [Theory]
    [InlineData("ordering")]
    [InlineData("transcript")]
    [InlineData("listener-1")]
    public void A_part_that_fails_ends_the_server_with_a_failure(string part)
    {
        var arbiter = Start(Listener(1));
        var listener = ExpectBind();
        BindAlone(listener);

        Sys.ActorSelection(arbiter.Path / part).Tell(Kill.Instance);
        if (part != "listener-1")
            ExpectClose(listener);

        Assert.Equal($"{part} failed; the log says why", Outcome(arbiter));
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        File.Delete(_portFile);
    }

    private static ListenerOptions Listener(int number) => ArbiterFixture.Listener(number, ListenerProfile.Classic);

    private IActorRef Start(params ListenerOptions[] listeners) => Sys.ActorOf(ArbiterActor.PropsFor(
        ArbiterFixture.Defaults with { Listeners = listeners, PortFile = _portFile },
        new PlayedTransport(_sockets),
        TextWriter.Null));

    private IActorRef ExpectBind() => _sockets.ExpectMsg<ListenerCalls.Bind>().Owner;

    /// <summary>Listeners start beside each other: their binds come in any order.</summary>
    private (IActorRef First, IActorRef Second) ExpectTwoBinds()
    {
        var (one, other) = (ExpectBind(), ExpectBind());
        return one.Path.Name == "listener-1" ? (one, other) : (other, one);
    }

    private void Bind(IActorRef listener, int port) =>
        _sockets.Send(listener, new ListenerProtocol.Bound(new IPEndPoint(IPAddress.Loopback, port), WhyRead: null));

    /// <summary>The only listener is bound, upon which it accepts.</summary>
    private void BindAlone(IActorRef listener)
    {
        Bind(listener, 12000);
        ExpectCall<ListenerCalls.AcceptOn>(listener);
    }

    private void Fail(IActorRef listener, Exception cause) => _sockets.Send(listener, new ListenerProtocol.BindFailed(cause));

    private void ExpectCall<TCall>(IActorRef listener)
    {
        _sockets.ExpectMsg<TCall>();
        Assert.Equal(listener, _sockets.LastSender);
    }

    /// <summary>The listener's socket is closed in two steps.</summary>
    private void ExpectClose(IActorRef listener)
    {
        ExpectCall<ListenerCalls.StopAccepting>(listener);
        ExpectCall<ListenerCalls.Close>(listener);
        _sockets.Send(listener, ListenerProtocol.Closed.Instance);
    }

    private string? Outcome(IActorRef arbiter)
    {
        arbiter.Tell(new ArbiterProtocol.AwaitOutcome(), TestActor);
        return ExpectMsg<ArbiterProtocol.Outcome>(TimeSpan.FromSeconds(15)).Failure;
    }
}
