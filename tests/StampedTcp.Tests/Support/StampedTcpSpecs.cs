using ActorArbiter.StampedTcp;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace StampedTcp.Tests.Support;

/// <summary>Real sockets on the loopback interface and a real event loop; every test has its own actor system and its own ports.</summary>
public abstract class StampedTcpSpecs : TestKit
{
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

    internal Task<TestServer> ListenAsync(StampedListenerOptions? options = null) => TestServer.StartAsync(Sys, options);

    /// <summary>A connection to a listener of its own.</summary>
    internal async Task<Link> ConnectAsync(StampedListenerOptions? options = null) =>
        await (await ListenAsync(options)).ConnectAsync();
}
