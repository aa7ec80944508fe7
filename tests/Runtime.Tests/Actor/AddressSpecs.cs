using Akka.Actor;

namespace Runtime.Tests.Actors;

public sealed class AddressSpecs
{
    [Fact]
    public void A_local_address_names_the_system_only()
    {
        var address = new Address("akka", "sys");

        Assert.Equal("akka://sys", address.ToString());
        Assert.True(address.HasLocalScope);
        Assert.False(address.HasGlobalScope);
    }

    [Fact]
    public void A_global_address_names_host_and_port()
    {
        var address = new Address("akka.tcp", "sys", "localhost", 2552);

        Assert.Equal("akka.tcp://sys@localhost:2552", address.ToString());
        Assert.Equal("sys@localhost:2552", address.HostPort());
        Assert.True(address.HasGlobalScope);
    }

    [Theory]
    [InlineData("akka://sys")]
    [InlineData("akka.tcp://sys@localhost:2552")]
    public void What_is_written_can_be_read_back(string text) => Assert.Equal(text, Address.Parse(text).ToString());

    [Fact]
    public void Addresses_are_equal_by_value()
    {
        Assert.Equal(new Address("akka", "sys", "h", 1), new Address("akka", "sys", "h", 1));
        Assert.NotEqual(new Address("akka", "sys", "h", 1), new Address("akka", "sys", "h", 2));
        Assert.NotEqual(new Address("akka", "sys"), new Address("akka", "other"));
        Assert.True(new Address("akka", "sys") == new Address("akka", "sys"));
    }

    [Fact]
    public void Parts_can_be_replaced()
    {
        var address = new Address("akka", "sys").WithProtocol("akka.tcp").WithSystem("other").WithHost("h").WithPort(3);

        Assert.Equal(new Address("akka.tcp", "other", "h", 3), address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sys")]
    [InlineData("http://sys")]
    [InlineData("akka:sys")]
    public void What_is_no_address_is_refused(string text) => Assert.False(Address.TryParse(text, out _));
}
