using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StampedTcp.Tests.Support;

namespace StampedTcp.Tests.Docs;

/// <summary>The library's README.md says what is so.</summary>
public sealed class ReadmeSpecs
{
    [Fact]
    public void The_example_is_the_one_that_is_compiled()
    {
        var source = Read("EchoExample.cs");
        var usings = source[..source.IndexOf("\nnamespace", StringComparison.Ordinal)];
        var body = source[(source.IndexOf("{\n", StringComparison.Ordinal) + 2)..^"}\n".Length];
        var unindented = string.Join('\n', body.Split('\n').Select(line => line.Length > 4 ? line[4..] : line));

        Assert.Contains($"```csharp\n{usings}\n{unindented}```\n", Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_does_what_it_says()
    {
        var address = Addresses.Free();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddAkka("example", akka => akka.AddHocon("akka.loglevel = WARNING", HoconAddMode.Prepend).WithEcho(address));
        using var host = builder.Build();
        await host.StartAsync().Bounded();

        (await Addresses.ConnectAsync(address)).Dispose();

        // Clients in turn and at once, one that is lost, and one that sends more than it reads.
        await EchoAsync(address, "hello");
        (await RawPeer.ConnectAsync(address)).Reset();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => EchoAsync(address, $"client {number}")));
        await EchoAsync(address, new string('x', 3_000_000));
        await LoseAsync(address);

        // Those that are lost are no more, and those that stay are served.
        var system = host.Services.GetRequiredService<ActorSystem>();
        using var last = await RawPeer.ConnectAsync(address);
        await last.SendAsync("x");
        Assert.Equal("x", await last.ReceiveTextAsync(1));
        await Patience.UntilAsync(() => ChildrenOf(system) == 1, () => $"{ChildrenOf(system)} connections are left");
        await host.StopAsync().Bounded();
        await last.ExpectResetAsync();
        await Assert.ThrowsAsync<SocketException>(() => RawPeer.ConnectAsync(address));
    }

    [Fact]
    public void All_that_is_public_is_named_but_for_what_those_types_lead_to()
    {
        var document = Read("README.md");
        string[] implied =
        [
            nameof(EventLoopDispatcher), nameof(ReceiveTimeSource), nameof(StampedListenerOptions), nameof(StampedTcpHosting), nameof(StampedTcpSetup),
        ];

        Assert.All(
            typeof(StampedSocket).Assembly.GetExportedTypes().Select(type => type.Name).Except(implied),
            name => Assert.Contains(name, document, StringComparison.Ordinal));
    }

    private static async Task EchoAsync(IPEndPoint address, string text)
    {
        using var peer = await RawPeer.ConnectAsync(address);
        var sending = SendAsync();
        var received = await peer.ReceiveToEndAsync();
        await sending;
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(received));

        async Task SendAsync()
        {
            await peer.SendAsync(text);
            peer.EndSending();
        }
    }

    /// <summary>A client that sends without reading, until no side can send, and is lost.</summary>
    private static async Task LoseAsync(IPEndPoint address)
    {
        using var peer = await RawPeer.ConnectAsync(address);
        peer.Socket.Blocking = false;
        var much = new byte[1_000_000];
        var stuck = 0;
        await Patience.UntilAsync(
            () =>
            {
                peer.Socket.Send(much, SocketFlags.None, out var error);
                stuck = error == SocketError.WouldBlock ? stuck + 1 : 0;
                return stuck == 20;
            },
            () => "The server reads on and on.");
        peer.Reset();
    }

    private static int ChildrenOf(ActorSystem system) =>
        ((ActorRefWithCell)system.ActorSelection("/user/echo").ResolveOne(Patience.Limit).Result).Children.Count();

    private static string Read(string name)
    {
        using var resource = typeof(ReadmeSpecs).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
