using System.Net;

namespace ActorArbiter.Server;

/// <summary>Where a listener listens and how its clients talk.</summary>
/// <param name="Number">Which listener of the server it is, counted from 1.</param>
/// <param name="EndPoint">The address; port 0 takes a free one.</param>
/// <param name="Profile">How its clients talk.</param>
internal sealed record ListenerOptions(int Number, IPEndPoint EndPoint, ListenerProfile Profile);
