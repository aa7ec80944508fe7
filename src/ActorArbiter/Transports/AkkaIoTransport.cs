using System.Net;
using Akka.Actor;

namespace ActorArbiter.Transports;

/// <summary>Connections by Akka.IO.</summary>
/// <param name="tcp">The manager of its TCP extension.</param>
/// <param name="stamps">What says when messages come.</param>
internal sealed class AkkaIoTransport(IActorRef tcp, StampSetting stamps) : ITransport
{
    public IListenerSocket Listener(IPEndPoint address) => new AkkaIoListenerSocket(tcp, address, stamps);
}
