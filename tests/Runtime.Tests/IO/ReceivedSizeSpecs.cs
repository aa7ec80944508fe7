using Akka.Actor;
using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public abstract class ReceivedSizeSpecs(ITestOutputHelper output, string config = "")
    : TcpSpecs(output, $"akka.io.tcp.max-received-message-size = 100\n{config}")
{
    [BundledOnlyFact("1.5.30 reads this setting and does not keep to it.")]
    public async Task A_chunk_is_no_larger_than_the_limit()
    {
        using var link = await AcceptAsync();
        var bytes = Pattern(1_000);
        await link.Peer.SendAsync(bytes);

        var received = ByteString.Empty;
        while (received.Count < bytes.Length)
        {
            var chunk = (await link.Handler.ExpectMsgAsync<Tcp.Received>()).Data;
            Assert.InRange(chunk.Count, 1, 100);
            received += chunk;
        }

        Assert.Equal(bytes, received.ToArray());
    }
    [Fact]
    public async Task A_handler_that_pulls_as_fast_as_it_can_gets_every_chunk_once()
    {
        using var link = await AcceptAsync(pullMode: true, register: false);
        var bytes = Pattern(500_000);
        var handler = Sys.ActorOf(Props.Create(() => new Puller(link.Connection, link.Handler)));
        link.Send(new Tcp.Register(handler));
        var sending = link.Peer.SendAsync(bytes);

        Assert.Equal(bytes, await ReceiveAsync(link.Handler, bytes.Length));
        await sending;
    }

    /// <summary>Asks for the next chunk at once, and passes all on.</summary>
    private sealed class Puller : ReceiveActor
    {
        private readonly IActorRef _connection;

        public Puller(IActorRef connection, IActorRef target)
        {
            _connection = connection;
            Receive<Tcp.Received>(received =>
            {
                connection.Tell(Tcp.ResumeReading.Instance);
                target.Forward(received);
            });
        }

        protected override void PreStart() => _connection.Tell(Tcp.ResumeReading.Instance);
    }
}

public class ReceivedSizeOnAThreadPoolSpecs(ITestOutputHelper output) : ReceivedSizeSpecs(output);

#if !AKKA_PACKAGES // There all sockets are waited for in the same way.
public class ReceivedSizeOnAnEventLoopSpecs(ITestOutputHelper output) : ReceivedSizeSpecs(output, EventLoop);
#endif
