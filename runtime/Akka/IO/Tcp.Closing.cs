using Akka.Event;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>
    /// Closes a connection. Sent to the connection, also before <see cref="Register"/>; its <see cref="Event"/> is told to the
    /// handler and to the sender.
    /// </summary>
    public abstract class CloseCommand : Command, IDeadLetterSuppression
    {
        private protected CloseCommand()
        {
        }

        /// <summary>What says that this command was carried out.</summary>
        public abstract ConnectionClosed Event { get; }
    }

    /// <summary>Sends what was written before, then closes; answered by <see cref="Closed"/>.</summary>
    public class Close : CloseCommand
    {
        /// <summary>The command.</summary>
        public static readonly Close Instance = new();

        private Close()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => Closed.Instance;
    }

    /// <summary>
    /// Sends what was written before, ends this side, and waits until the peer ended its side too; answered by
    /// <see cref="ConfirmedClosed"/>. The peer's last bytes are still received; in pull mode they must be asked for, the
    /// end of them too.
    /// </summary>
    public class ConfirmedClose : CloseCommand
    {
        /// <summary>The command.</summary>
        public static readonly ConfirmedClose Instance = new();

        private ConfirmedClose()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => ConfirmedClosed.Instance;
    }

    /// <summary>
    /// Resets the connection: nothing more is sent, and the peer finds an error; answered by <see cref="Aborted"/>.
    /// </summary>
    public class Abort : CloseCommand
    {
        /// <summary>The command.</summary>
        public static readonly Abort Instance = new();

        private Abort()
        {
        }

        /// <inheritdoc/>
        public override ConnectionClosed Event => Aborted.Instance;
    }

    /// <summary>
    /// The connection is closed. Told to the handler, the sender of the close command, and the senders of writes that were
    /// not sent. It is the last event of a connection, except <see cref="PeerClosed"/> where
    /// <see cref="Register.KeepOpenOnPeerClosed"/> was asked for.
    /// </summary>
    public class ConnectionClosed : Event, IDeadLetterSuppression
    {
        /// <summary>Whether it was reset by <see cref="Abort"/>.</summary>
        public virtual bool IsAborted => false;

        /// <summary>Whether both sides ended after <see cref="ConfirmedClose"/>.</summary>
        public virtual bool IsConfirmed => false;

        /// <summary>Whether the peer ended its side.</summary>
        public virtual bool IsPeerClosed => false;

        /// <summary>Whether it was lost, for the reason in <see cref="Cause"/>.</summary>
        public virtual bool IsErrorClosed => false;

        /// <summary>Why it was lost; null unless <see cref="IsErrorClosed"/>.</summary>
        public virtual string? Cause => null;
    }

    /// <summary>The answer to <see cref="Close"/>.</summary>
    public class Closed : ConnectionClosed
    {
        /// <summary>The event.</summary>
        public static readonly Closed Instance = new();

        private Closed()
        {
        }
    }

    /// <summary>The answer to <see cref="Abort"/>.</summary>
    public class Aborted : ConnectionClosed
    {
        /// <summary>The event.</summary>
        public static readonly Aborted Instance = new();

        private Aborted()
        {
        }

        /// <inheritdoc/>
        public override bool IsAborted => true;
    }

    /// <summary>The answer to <see cref="ConfirmedClose"/>: both sides ended.</summary>
    public class ConfirmedClosed : ConnectionClosed
    {
        /// <summary>The event.</summary>
        public static readonly ConfirmedClosed Instance = new();

        private ConfirmedClosed()
        {
        }

        /// <inheritdoc/>
        public override bool IsConfirmed => true;
    }

    /// <summary>
    /// The peer ended its side. The connection is closed by that, after what was written is sent, unless
    /// <see cref="Register.KeepOpenOnPeerClosed"/> was asked for.
    /// </summary>
    public class PeerClosed : ConnectionClosed
    {
        /// <summary>The event.</summary>
        public static readonly PeerClosed Instance = new();

        private PeerClosed()
        {
        }

        /// <inheritdoc/>
        public override bool IsPeerClosed => true;
    }

    /// <summary>The connection was lost: the peer reset it or went away.</summary>
    public sealed class ErrorClosed : ConnectionClosed
    {
        /// <param name="cause">Why, as the operating system says it.</param>
        public ErrorClosed(string cause) => Cause = cause;

        /// <inheritdoc/>
        public override bool IsErrorClosed => true;

        /// <inheritdoc/>
        public override string Cause { get; }

        /// <inheritdoc/>
        public override string ToString() => $"ErrorClosed('{Cause}')";
    }
}
