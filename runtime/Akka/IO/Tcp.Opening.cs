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

    /// <summary>
    /// Opens a connection. Sent to the manager; answered by <see cref="Connected"/>, whose sender is the connection, or by
    /// <see cref="CommandFailed"/> with the cause.
    /// </summary>
    public class Connect : Command
    {
        /// <param name="remoteAddress">
        /// An <see cref="IPEndPoint"/>, or a <see cref="DnsEndPoint"/>, whose addresses are tried one after the other.
        /// </param>
        /// <param name="localAddress">The address to connect from; null leaves it to the kernel.</param>
        /// <param name="options">Applied to the socket.</param>
        /// <param name="timeout">How long to try; null tries as long as the kernel does.</param>
        /// <param name="pullMode">Whether bytes are read only after <see cref="ResumeReading"/>.</param>
        public Connect(
            EndPoint remoteAddress,
            EndPoint? localAddress = null,
            IEnumerable<Inet.SocketOption>? options = null,
            TimeSpan? timeout = null,
            bool pullMode = false)
        {
            ArgumentNullException.ThrowIfNull(remoteAddress);
            if (timeout <= TimeSpan.Zero)
                throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The timeout must be longer than 0.");
            RemoteAddress = remoteAddress;
            LocalAddress = localAddress;
            Options = options ?? [];
            Timeout = timeout;
            PullMode = pullMode;
        }

        /// <summary>Where to connect to.</summary>
        public EndPoint RemoteAddress { get; }

        /// <summary>The address to connect from; null leaves it to the kernel.</summary>
        public EndPoint? LocalAddress { get; }

        /// <summary>Applied to the socket.</summary>
        public IEnumerable<Inet.SocketOption> Options { get; }

        /// <summary>How long to try; null tries as long as the kernel does.</summary>
        public TimeSpan? Timeout { get; }

        /// <summary>Whether bytes are read only after <see cref="ResumeReading"/>.</summary>
        public bool PullMode { get; }

        /// <inheritdoc/>
        public override string ToString() =>
            $"Connect(remote: {RemoteAddress}, local: {LocalAddress}, timeout: {Timeout}, pullMode: {PullMode})";
    }

    /// <summary>
    /// A connection is open. Its sender is the connection, told to the sender of <see cref="Connect"/> or to the handler
    /// of <see cref="Bind"/>, which answers it with <see cref="Register"/>.
    /// </summary>
    public sealed class Connected : Event
    {
        /// <param name="remoteAddress">The peer's end.</param>
        /// <param name="localAddress">This end.</param>
        public Connected(EndPoint remoteAddress, EndPoint localAddress)
        {
            RemoteAddress = remoteAddress;
            LocalAddress = localAddress;
        }

        /// <summary>The peer's end.</summary>
        public EndPoint RemoteAddress { get; }

        /// <summary>This end.</summary>
        public EndPoint LocalAddress { get; }

        /// <inheritdoc/>
        public override string ToString() => $"Connected(local: {LocalAddress}, remote: {RemoteAddress})";
    }

    /// <summary>
    /// Names the actor that is told a connection's events. Sent to the connection once; when that actor stops, the
    /// connection is reset.
    /// </summary>
    public class Register : Command
    {
        /// <param name="handler">Is told the connection's events.</param>
        /// <param name="keepOpenOnPeerClosed">
        /// Whether the connection stays open for writing after the peer ended its side (<see cref="PeerClosed"/>).
        /// </param>
        /// <param name="useResumeWriting">
        /// Whether one refused write makes the connection refuse all that follow, until <see cref="ResumeWriting"/>.
        /// </param>
        public Register(IActorRef handler, bool keepOpenOnPeerClosed = false, bool useResumeWriting = true)
        {
            ArgumentNullException.ThrowIfNull(handler);
            Handler = handler;
            KeepOpenOnPeerClosed = keepOpenOnPeerClosed;
            UseResumeWriting = useResumeWriting;
        }

        /// <summary>Is told the connection's events.</summary>
        public IActorRef Handler { get; }

        /// <summary>Whether the connection stays open for writing after the peer ended its side.</summary>
        public bool KeepOpenOnPeerClosed { get; }

        /// <summary>Whether one refused write makes the connection refuse all until <see cref="ResumeWriting"/>.</summary>
        public bool UseResumeWriting { get; }

        /// <inheritdoc/>
        public override string ToString() =>
            $"Register(handler: {Handler}, keepOpenOnPeerClosed: {KeepOpenOnPeerClosed}, resumeWriting: {UseResumeWriting})";
    }
}
