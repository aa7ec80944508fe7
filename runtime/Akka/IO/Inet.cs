using System.Net.Sockets;

namespace Akka.IO;

/// <summary>Options of sockets.</summary>
public class Inet
{
    /// <summary>
    /// Something that is set on a socket while it is opened. Derive from it for what <see cref="SO"/> has not, such as
    /// keep-alive, in <see cref="AfterConnect"/>. An exception fails the bind or the connect, or the accepted connection.
    /// </summary>
    public abstract class SocketOption
    {
        /// <summary>Called on a listening socket before it is bound.</summary>
        public virtual void BeforeServerSocketBind(Socket ss)
        {
        }

        /// <summary>Called on a socket before it connects.</summary>
        public virtual void BeforeConnect(Socket s)
        {
        }

        /// <summary>Called on a connected socket, be it accepted or not.</summary>
        public virtual void AfterConnect(Socket s)
        {
        }
    }

    /// <summary>The options that are there.</summary>
    public static class SO
    {
        /// <summary>The size of the kernel's receive buffer (<c>SO_RCVBUF</c>); accepted sockets inherit it.</summary>
        public class ReceiveBufferSize : SocketOption
        {
            private readonly int _size;

            /// <param name="size">In bytes, at least 1.</param>
            public ReceiveBufferSize(int size)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
                _size = size;
            }

            /// <inheritdoc/>
            public override void BeforeServerSocketBind(Socket ss) => ss.ReceiveBufferSize = _size;

            /// <inheritdoc/>
            public override void BeforeConnect(Socket s) => s.ReceiveBufferSize = _size;
        }

        /// <summary>The size of the kernel's send buffer (<c>SO_SNDBUF</c>).</summary>
        public class SendBufferSize : SocketOption
        {
            private readonly int _size;

            /// <param name="size">In bytes, at least 1.</param>
            public SendBufferSize(int size)
            {
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
                _size = size;
            }

            /// <inheritdoc/>
            public override void AfterConnect(Socket s) => s.SendBufferSize = _size;
        }

        /// <summary>
        /// Lets an address be used that is in use (<c>SO_REUSEADDR</c>). On Unix .NET also sets <c>SO_REUSEPORT</c> for it, with
        /// which two servers share a port and the kernel splits the clients between them; a server that is started again
        /// right after it ended needs neither.
        /// </summary>
        public class ReuseAddress : SocketOption
        {
            private readonly bool _on;

            /// <param name="on">Whether it is allowed.</param>
            public ReuseAddress(bool on) => _on = on;

            /// <inheritdoc/>
            public override void BeforeServerSocketBind(Socket ss) => Set(ss);

            /// <inheritdoc/>
            public override void BeforeConnect(Socket s) => Set(s);

            private void Set(Socket socket) =>
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, _on);
        }

        /// <summary>The type of service of the packets (<c>IP_TOS</c>, RFC 2474). Only over IPv4; elsewhere it does nothing.</summary>
        public class TrafficClass : SocketOption
        {
            private readonly int _tc;

            /// <param name="tc">The whole octet, 0 to 255.</param>
            public TrafficClass(int tc)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(tc);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(tc, byte.MaxValue);
                _tc = tc;
            }

            /// <inheritdoc/>
            public override void AfterConnect(Socket s)
            {
                if (s.AddressFamily == AddressFamily.InterNetwork)
                    s.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, _tc);
            }
        }
    }
}
