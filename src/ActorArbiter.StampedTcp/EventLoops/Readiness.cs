namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>What a socket is ready for: the events of epoll_ctl(2) that an <see cref="EventLoop"/> asks for, or gets unasked.</summary>
[Flags]
internal enum Readiness
{
    /// <summary>EPOLLIN: there is something to read.</summary>
    Readable = 0x1,

    /// <summary>EPOLLPRI: there is urgent data, tcp(7).</summary>
    Urgent = 0x2,

    /// <summary>EPOLLOUT.</summary>
    Writable = 0x4,

    /// <summary>EPOLLERR: the connection is lost.</summary>
    Failed = 0x8,

    /// <summary>EPOLLHUP: both sides have ended.</summary>
    Ended = 0x10,

    /// <summary>EPOLLRDHUP: the peer has ended its side.</summary>
    PeerEnded = 0x2000,
}
