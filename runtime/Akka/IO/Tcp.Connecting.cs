using System.Net;
using Akka.Actor;

namespace Akka.IO;

public partial class Tcp
{
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
