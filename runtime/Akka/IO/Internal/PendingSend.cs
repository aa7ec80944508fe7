using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>
/// A send that waits until the kernel has space. Tells the connection <see cref="Finished"/> when it has taken all bytes,
/// or failed.
/// </summary>
internal sealed class PendingSend : SocketAsyncEventArgs
{
    private readonly IActorRef _connection;

    public PendingSend(IActorRef connection)
        : base(unsafeSuppressExecutionContextFlow: true) => _connection = connection;

    /// <returns>Whether it waits; if not, it is done already, and nothing is told.</returns>
    public bool Start(Socket socket, ArraySegment<byte> bytes)
    {
        SetBuffer(MemoryMarshal.AsMemory<byte>(bytes));
        return socket.SendAsync(this);
    }

    protected override void OnCompleted(SocketAsyncEventArgs e) =>
        _connection.Tell(Finished.Instance, ActorRefs.NoSender);

    internal sealed class Finished : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly Finished Instance = new();
    }
}
