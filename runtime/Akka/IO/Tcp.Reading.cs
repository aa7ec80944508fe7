namespace Akka.IO;

public partial class Tcp
{
    /// <summary>
    /// Bytes from the peer: a chunk as the network delivered it, at most <c>akka.io.tcp.max-received-message-size</c>. Where one
    /// chunk ends and the next begins means nothing.
    /// </summary>
    public sealed class Received : Event
    {
        /// <param name="data">The bytes, at least one.</param>
        public Received(ByteString data) => Data = data;

        /// <summary>An extension of the bundled runtime: Akka.NET 1.5.30 does not have it.</summary>
        /// <param name="data">The bytes, at least one.</param>
        /// <param name="timestamp">When the newest of them came.</param>
        public Received(ByteString data, ReceiveTimestamp timestamp)
            : this(data) => Timestamp = timestamp;

        /// <summary>The bytes, at least one.</summary>
        public ByteString Data { get; }

        /// <summary>
        /// When the newest of the bytes came, as far as <c>akka.io.tcp.receive-timestamps</c> asks for it. An extension of the
        /// bundled runtime: Akka.NET 1.5.30 does not have it.
        /// </summary>
        public ReceiveTimestamp Timestamp { get; }

        /// <inheritdoc/>
        public override string ToString() => $"Received(bytes: {Data.Count})";
    }

    /// <summary>
    /// Stops reading until <see cref="ResumeReading"/>. A chunk that was already read is still told; the bytes after it wait
    /// in the kernel, and slow the peer down when its window is full.
    /// </summary>
    public class SuspendReading : Command
    {
        /// <summary>The command.</summary>
        public static readonly SuspendReading Instance = new();

        private SuspendReading()
        {
        }
    }

    /// <summary>Reads again; in pull mode, the next chunk only.</summary>
    public class ResumeReading : Command
    {
        /// <summary>The command.</summary>
        public static readonly ResumeReading Instance = new();

        private ResumeReading()
        {
        }
    }
}
