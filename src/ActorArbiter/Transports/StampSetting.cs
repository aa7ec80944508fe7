namespace ActorArbiter.Transports;

/// <summary>Who is to say when messages arrive: <c>arbiter.stamps</c>.</summary>
internal enum StampSetting
{
    /// <summary>The kernel where the transport has its stamps, else as <see cref="Read"/>.</summary>
    Kernel,

    /// <summary>The system's clock, read when the bytes were.</summary>
    Read,

    /// <summary>Nobody: rounds are told in the order of the mailbox.</summary>
    Off,
}
