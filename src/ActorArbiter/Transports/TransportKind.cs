namespace ActorArbiter.Transports;

/// <summary>What carries connections: <c>arbiter.transport</c>.</summary>
internal enum TransportKind
{
    /// <summary>Sockets of an event loop, whose reads have the kernel's stamps: on 64-bit Linux.</summary>
    Stamped,

    /// <summary>Akka.IO: anywhere, and the stamps are the system's clock.</summary>
    AkkaIo,
}
