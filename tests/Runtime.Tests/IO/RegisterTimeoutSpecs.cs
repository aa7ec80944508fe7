using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public class RegisterTimeoutSpecs(ITestOutputHelper output)
    : TcpSpecs(output, "akka.io.tcp.register-timeout = 300ms")
{
    [Fact]
    public async Task A_connection_without_a_handler_is_reset_after_the_register_timeout()
    {
        using var link = await AcceptAsync(register: false);

        await link.Peer.ExpectResetAsync();
        await ExpectStoppedAsync(link.Connection);
    }

    [Fact]
    public async Task A_registered_connection_outlives_the_register_timeout()
    {
        using var link = await AcceptAsync();

        await link.Handler.ExpectNoMsgAsync(TimeSpan.FromMilliseconds(600));

        link.Send(Text("still here"));
        Assert.Equal("still here", await link.Peer.ReceiveTextAsync(10));
    }
}
