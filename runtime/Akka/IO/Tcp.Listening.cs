using System.Net;
using Akka.Actor;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>
    /// Listens on an address. Sent to the manager; answered by <see cref="Bound"/>, whose sender is the listener, or by
    /// <see cref="CommandFailed"/>. From then on the handler is told <see cref="Connected"/> by each new connection.
    /// When the handler stops, listening ends.
    /// </summary>
    public class Bind : Command
    {
        /// <param name="handler">Is told <see cref="Connected"/> by each new connection.</param>
        /// <param name="localAddress">Where to listen; port 0 takes a free port.</param>
        /// <param name="backlog">How many connections the kernel may hold until they are accepted.</param>
        /// <param name="options">Applied to the listening socket, and to each accepted one.</param>
        /// <param name="pullMode">
        /// Whether connections are accepted only after <see cref="ResumeAccepting"/>, and read only after
        /// <see cref="ResumeReading"/>.
        /// </param>
        public Bind(
            IActorRef handler,
            EndPoint localAddress,
            int backlog = 100,
            IEnumerable<Inet.SocketOption>? options = null,
            bool pullMode = false)
        {
            ArgumentNullException.ThrowIfNull(handler);
            ArgumentNullException.ThrowIfNull(localAddress);
            ArgumentOutOfRangeException.ThrowIfNegative(backlog);
            Handler = handler;
            LocalAddress = localAddress;
            Backlog = backlog;
            Options = options ?? [];
            PullMode = pullMode;
        }

        /// <summary>Is told <see cref="Connected"/> by each new connection.</summary>
        public IActorRef Handler { get; }

        /// <summary>Where to listen.</summary>
        public EndPoint LocalAddress { get; }

        /// <summary>How many connections the kernel may hold until they are accepted.</summary>
        public int Backlog { get; }

        /// <summary>Applied to the listening socket, and to each accepted one.</summary>
        public IEnumerable<Inet.SocketOption> Options { get; }

        /// <summary>Whether accepting and reading wait to be asked for.</summary>
        public bool PullMode { get; }

        /// <inheritdoc/>
        public override string ToString() =>
            $"Bind(addr: {LocalAddress}, handler: {Handler}, backlog: {Backlog}, pullMode: {PullMode})";
    }

    /// <summary>The answer to <see cref="Bind"/>: connections are accepted. Its sender is the listener.</summary>
    public class Bound : Event
    {
        /// <param name="localAddress">Where the listener listens, with the port that was taken.</param>
        public Bound(EndPoint localAddress) => LocalAddress = localAddress;

        /// <summary>Where the listener listens, with the port that was taken.</summary>
        public EndPoint LocalAddress { get; }

        /// <inheritdoc/>
        public override string ToString() => $"Bound({LocalAddress})";
    }

    /// <summary>
    /// Ends listening at once. Sent to a listener and answered by <see cref="Unbound"/>; connections that were
    /// accepted live on.
    /// </summary>
    public class Unbind : Command
    {
        /// <summary>The command.</summary>
        public static readonly Unbind Instance = new();

        private Unbind()
        {
        }
    }

    /// <summary>The answer to <see cref="Unbind"/>: the address is free.</summary>
    public class Unbound : Event
    {
        /// <summary>The event.</summary>
        public static readonly Unbound Instance = new();

        private Unbound()
        {
        }
    }

    /// <summary>
    /// Lets a listener that was bound in pull mode accept connections. Sent to the listener; each one replaces what was
    /// left of the one before.
    /// </summary>
    public class ResumeAccepting : Command
    {
        /// <param name="batchSize">How many connections may be accepted until the next of these.</param>
        public ResumeAccepting(int batchSize)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(batchSize);
            BatchSize = batchSize;
        }

        /// <summary>How many connections may be accepted until the next of these.</summary>
        public int BatchSize { get; }

        /// <inheritdoc/>
        public override string ToString() => $"ResumeAccepting(batchSize: {BatchSize})";
    }
}
