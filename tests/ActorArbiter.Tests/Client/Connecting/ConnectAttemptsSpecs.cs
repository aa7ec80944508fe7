using System.Net;
using System.Net.Sockets;
using ActorClient.Connecting;

namespace ActorArbiter.Tests.Client.Connecting;

public sealed class ConnectAttemptsSpecs
{
    private static readonly SocketException Refused = new((int)SocketError.ConnectionRefused);
    private static readonly SocketException Unreachable = new((int)SocketError.NetworkUnreachable);

    [Fact]
    public void Pauses_double_up_to_the_longest()
    {
        var attempts = Attempts(IPAddress.Loopback);

        var pauses = Enumerable.Range(0, 6).Select(_ => attempts.Failed(Refused)!.Value.TotalMilliseconds);

        Assert.Equal([100, 200, 400, 800, 1000, 1000], pauses);
        Assert.Equal("connection refused", attempts.LastProblem);
    }

    [Fact]
    public void All_addresses_are_tried_before_the_first_pause()
    {
        var attempts = Attempts(IPAddress.IPv6Loopback, IPAddress.Loopback);

        Assert.Equal(new IPEndPoint(IPAddress.IPv6Loopback, 12000), attempts.Next);
        Assert.Equal(TimeSpan.Zero, attempts.Failed(Refused));
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 12000), attempts.Next);
        Assert.Equal(TimeSpan.FromMilliseconds(100), attempts.Failed(Refused));
        Assert.Equal(new IPEndPoint(IPAddress.IPv6Loopback, 12000), attempts.Next);
    }

    [Fact]
    public void Addresses_share_the_time_there_is() =>
        Assert.Equal(TimeSpan.FromSeconds(5), Attempts(IPAddress.IPv6Loopback, IPAddress.Loopback).Patience);

    [Fact]
    public void An_address_that_no_waiting_brings_closer_is_given_up()
    {
        var attempts = Attempts(IPAddress.Loopback);

        Assert.Null(attempts.Failed(Unreachable));
        Assert.Equal(Unreachable.Message, attempts.LastProblem);
    }

    [Fact]
    public void One_address_that_may_come_up_is_enough_to_try_again()
    {
        var attempts = Attempts(IPAddress.Loopback, IPAddress.IPv6Loopback);

        attempts.Failed(Refused);

        Assert.NotNull(attempts.Failed(Unreachable));
    }

    [Fact]
    public void A_failure_without_a_cause_may_be_a_server_that_is_not_up_yet() =>
        Assert.NotNull(Attempts(IPAddress.Loopback).Failed(cause: null));

    private static ConnectAttempts Attempts(params IPAddress[] addresses) => new(Conversations.WithServer(), addresses, () => 1);
}
