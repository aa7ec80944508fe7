using System.Net;
using ActorArbiter.Server;

namespace ActorArbiter.Tests.Server;

public sealed class ConnectionCountSpecs
{
    private static readonly IPAddress One = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Two = IPAddress.Parse("192.0.2.2");

    [Fact]
    public void Connections_are_counted_up_to_the_limit_of_all()
    {
        var count = new ConnectionCount(new LimitOptions { MaxConnections = 2, MaxConnectionsPerAddress = null });

        Assert.Null(count.Add(One));
        Assert.Null(count.Add(One));
        Assert.Equal("ERROR busy open connections are limited to 2; try again later", $"{count.Add(Two)}");
        Assert.Equal(2, count.Total);
    }

    [Fact]
    public void Connections_are_counted_up_to_the_limit_of_their_address()
    {
        var count = new ConnectionCount(new LimitOptions { MaxConnections = 9, MaxConnectionsPerAddress = 2 });

        Assert.Null(count.Add(One));
        Assert.Null(count.Add(One));
        Assert.Equal(
            "ERROR busy open connections from 192.0.2.1 are limited to 2; try again later",
            $"{count.Add(One)}");
        Assert.Null(count.Add(Two));
    }

    [Fact]
    public void A_connection_that_is_removed_makes_room()
    {
        var count = new ConnectionCount(new LimitOptions { MaxConnections = 2, MaxConnectionsPerAddress = 1 });
        Assert.Null(count.Add(One));
        Assert.Null(count.Add(Two));

        count.Remove(One);

        Assert.NotNull(count.Add(Two));
        Assert.Null(count.Add(One));
        Assert.Equal(2, count.Total);
    }
}
