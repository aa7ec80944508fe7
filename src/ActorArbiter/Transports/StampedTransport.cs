using System.Net;

namespace ActorArbiter.Transports;

/// <summary>Connections by <see cref="StampedTcpExtension"/>.</summary>
/// <param name="stamps">What says when messages come.</param>
internal sealed class StampedTransport(StampSetting stamps) : ITransport
{
    public IListenerSocket Listener(IPEndPoint address) => new StampedListenerSocket(address, stamps);
}
