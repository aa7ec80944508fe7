using ActorArbiter.StampedTcp;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace StampedTcp.Tests.Support;

/// <summary>Real sockets on the loopback interface and a real event loop; every test has its own actor system and its own ports.</summary>
public abstract class StampedTcpSpecs : TestKit
{
    /// <summary>What makes a dispatcher an event loop: its <c>type</c>.</summary>
    protected const string LoopType = "ActorArbiter.StampedTcp.EventLoopDispatcherConfigurator, ActorArbiter.StampedTcp";

    private const string Patient = "akka.test.single-expect-default = 30s";

    protected StampedTcpSpecs(ITestOutputHelper output, string settings = "")
        : base(
            ConfigurationFactory.ParseString($"{Patient}\n{settings}").WithFallback(StampedTcpExtension.DefaultConfiguration()),
            output: output)
    {
    }

    /// <summary>Bytes in which every place can be told from the others near it.</summary>
    internal static byte[] Pattern(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)((i * 31) ^ (i >> 8) ^ (i >> 16));
        return bytes;
    }

    /// <summary>A listener whose sockets have little space to send, so that much is soon more than the kernel takes at once.</summary>
    internal static StampedListenerOptions WithLittleSpace { get; } = new() { Configure = socket => socket.SendBufferSize = 64 * 1024 };

    internal Task<TestServer> ListenAsync(StampedListenerOptions? options = null) => TestServer.StartAsync(Sys, options);

    /// <summary>A connection with little space both to send and to receive.</summary>
    internal static Task<Link> ConnectWithLittleSpaceAsync(TestServer server) =>
        server.ConnectAsync(peer => peer.ReceiveBufferSize = 64 * 1024);

    /// <summary>A connection to a listener of its own.</summary>
    internal async Task<Link> ConnectAsync(StampedListenerOptions? options = null) =>
        await (await ListenAsync(options)).ConnectAsync();
}
