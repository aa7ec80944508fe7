using System.Text;
using ActorArbiter.StampedTcp;
using Akka.Actor;

namespace StampedTcp.Tests.Support;

/// <summary>Many connections to one listener, of all of which the loop can be told at once, so that it is behind.</summary>
internal sealed class Crowd : IDisposable
{
    private Crowd(TestServer server, Link[] links)
    {
        Server = server;
        Links = links;
    }

    public TestServer Server { get; }

    public Link[] Links { get; }

    /// <summary>Connections whose owners do the same as they are told something.</summary>
    public static async Task<Crowd> GatherAsync(
        ActorSystem system, int count, Action<Link, object> reaction, StampedListenerOptions? options = null)
    {
        var server = await TestServer.StartAsync(system, options ?? new StampedListenerOptions { KernelTimestamps = false });
        var links = new Link[count];
        for (var number = 0; number < count; number++)
        {
            var link = links[number] = await server.ConnectAsync();
            link.Owner.Reaction = told => reaction(link, told);
            await link.AwaitReadableAsync();
        }

        return new Crowd(server, links);
    }

    /// <summary>Lets the loop find what all peers have sent at the same time.</summary>
    /// <param name="textOf">What the peer of a number sends.</param>
    /// <param name="beforeEach">What else happens while the loop does not look.</param>
    public async Task SendAtOnceAsync(Func<int, string> textOf, Action<int>? beforeEach = null)
    {
        using var blockade = await Server.Owner.BlockAsync();
        for (var number = 0; number < Links.Length; number++)
        {
            beforeEach?.Invoke(number);
            await Links[number].Peer.SendAsync(Encoding.UTF8.GetBytes(textOf(number)));
        }
    }

    public void Dispose()
    {
        foreach (var link in Links)
            link.Dispose();
    }
}
