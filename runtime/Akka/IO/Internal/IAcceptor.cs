using System.Net.Sockets;

namespace Akka.IO.Internal;

/// <summary>Accepts a listener's connections, one after the other. Its members are the listener's to call.</summary>
internal interface IAcceptor
{
    /// <summary>Accepts a connection, or begins to wait for one.</summary>
    /// <returns>Whether it waits, and tells <see cref="AcceptFinished"/>; if not, it is done already.</returns>
    bool Start();

    /// <summary>The accepted socket, which is the caller's from now on, or why there is none.</summary>
    SocketError Take(out Socket? accepted);

    /// <summary>Nobody will take the result. The listening socket is closed.</summary>
    void Abandon();
}
