using System.Net;
using ActorArbiter.Transports;
using Akka.TestKit;

namespace ActorArbiter.Tests.Transports;

/// <summary>A transport whose sockets tell a test of every call.</summary>
internal sealed class PlayedTransport(TestProbe test) : ITransport
{
    public IListenerSocket Listener(IPEndPoint address) => new PlayedListenerSocket(test, address);
}
