using System.ComponentModel;
using System.Net.Sockets;
using ActorArbiter.StampedTcp.Interop;

namespace StampedTcp.Tests.Interop;

public sealed class SocketErrorsSpecs
{
    // errno(3): EPROTO, ENOPROTOOPT, EOPNOTSUPP, ENETDOWN, ENETUNREACH, ECONNABORTED, ECONNRESET, ETIMEDOUT, EHOSTDOWN, EHOSTUNREACH.
    [Theory]
    [InlineData(71)]
    [InlineData(92)]
    [InlineData(95)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(103)]
    [InlineData(104)]
    [InlineData(110)]
    [InlineData(112)]
    [InlineData(113)]
    public void An_accept_fails_for_one_client_only(int errno) => Assert.True(SocketErrors.IsLostClient(SocketErrors.Of(errno)));

    // EPERM, ENOMEM, ENFILE, EMFILE, ENOBUFS, and one that is not known.
    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(105)]
    [InlineData(999)]
    public void An_accept_fails_for_a_while(int errno)
    {
        var error = SocketErrors.Of(errno);

        Assert.False(SocketErrors.IsLostClient(error));
        Assert.False(SocketErrors.IsNotReady(error));
        Assert.NotEqual(SocketError.Success, error);
    }

    // EINTR, EAGAIN.
    [Theory]
    [InlineData(4)]
    [InlineData(11)]
    public void A_call_that_does_not_wait_found_nothing_to_do(int errno) => Assert.True(SocketErrors.IsNotReady(SocketErrors.Of(errno)));

    [Theory]
    [InlineData(SocketError.ConnectionReset, 104)]
    [InlineData(SocketError.TooManyOpenSockets, 24)]
    public void An_error_is_said_in_the_systems_words(SocketError error, int errno) =>
        Assert.Equal(new Win32Exception(errno).Message, SocketErrors.Describe(error));
}
