namespace ActorArbiter.StampedTcp;

/// <summary>What <see cref="StampedSocket.Receive"/> found.</summary>
public enum ReceiveStatus
{
    /// <summary>There was nothing to read after all: <see cref="StampedSocket.AwaitReadable"/> again.</summary>
    Nothing,

    /// <summary>Bytes, at least one.</summary>
    Bytes,

    /// <summary>The peer has ended its sending side; it may still receive.</summary>
    End,

    /// <summary>The connection is lost: <see cref="StampedSocket.Error"/> says why.</summary>
    Lost,
}
