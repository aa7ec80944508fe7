using System.Net;

namespace ActorArbiter.Transports;

/// <summary>What carries connections.</summary>
internal interface ITransport
{
    /// <summary>A socket that can listen.</summary>
    /// <param name="address">Where; port 0 takes a free one.</param>
    IListenerSocket Listener(IPEndPoint address);
}
