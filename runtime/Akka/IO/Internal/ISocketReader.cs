namespace Akka.IO.Internal;

/// <summary>
/// Reads a connection's socket and tells the bytes straight to the handler: they do not pass through the connection's
/// mailbox. Its members are the connection actor's to call.
/// </summary>
internal interface ISocketReader : IDisposable
{
    /// <summary>Reads until <see cref="Suspend"/>; in pull mode, one chunk.</summary>
    void Resume();

    /// <summary>Reads no further. A chunk that is already read is still told.</summary>
    void Suspend();

    /// <summary>Ends reading for good.</summary>
    /// <returns>Whether it has ended; if not, <see cref="ReadingEnded"/> is told when it has.</returns>
    bool Stop();
}
