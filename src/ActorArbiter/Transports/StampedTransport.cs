using System.Net;
using ActorArbiter.StampedTcp;

namespace ActorArbiter.Transports;

/// <summary>Connections by <see cref="StampedListener"/> and <see cref="StampedSocket"/>.</summary>
/// <param name="stamps">What says when messages come.</param>
internal sealed class StampedTransport(StampSetting stamps) : ITransport
{
    public IListenerSocket Listener(IPEndPoint address) => new StampedListenerSocket(address, stamps);
}
