using System.Net;

namespace ActorArbiter.Server;

/// <summary>Where a listener listens and how its clients talk.</summary>
internal sealed record ListenerOptions(IPEndPoint EndPoint, ListenerProfile Profile);
