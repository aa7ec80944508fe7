using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>
/// Looks a name up and connects to its addresses, one after the other, off the actor's thread. It owns the socket until
/// <see cref="Take"/>; disposing it ends the attempt, at whatever point it is.
/// </summary>
internal sealed class ConnectAttempt : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Tcp.Connect _connect;
    private readonly TcpSettings _settings;
    private readonly IActorRef _connector;
    private Socket? _socket;

    public ConnectAttempt(Tcp.Connect connect, TcpSettings settings, IActorRef connector)
    {
        _connect = connect;
        _settings = settings;
        _connector = connector;
    }

    /// <summary>Starts; tells the connector <see cref="Finished"/>.</summary>
    public void Start() => _ = RunAsync();

    /// <summary>The connected socket, which is the caller's from now on.</summary>
    public Socket Take()
    {
        lock (_gate)
        {
            var socket = _socket;
            _socket = null;
            return socket ?? throw new InvalidOperationException("The attempt has no connected socket.");
        }
    }

    public void Dispose()
    {
        _abandoned.Cancel();
        lock (_gate)
            _socket?.Dispose();
    }

    private async Task RunAsync()
    {
        Exception? failure = null;
        try
        {
            var socket = await ConnectAsync(_abandoned.Token).ConfigureAwait(false);
            lock (_gate)
            {
                if (_abandoned.IsCancellationRequested) socket.Dispose();
                else _socket = socket;
            }
        }
#pragma warning disable CA1031 // Whatever it is, the connector answers with it.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            failure = cause;
        }

        _connector.Tell(new Finished(failure), ActorRefs.NoSender);
    }

    private async Task<Socket> ConnectAsync(CancellationToken abandoned)
    {
        SocketException? failure = null;
        foreach (var address in await ResolveAsync(abandoned).ConfigureAwait(false))
        {
            try
            {
                return await ConnectAsync(address, abandoned).ConfigureAwait(false);
            }
            catch (SocketException cause)
            {
                failure = cause;
            }
        }

        throw failure ?? (Exception)new ConnectException($"{_connect.RemoteAddress} has no address that can be connected to.");
    }

    private async Task<IEnumerable<IPEndPoint>> ResolveAsync(CancellationToken abandoned)
    {
        switch (_connect.RemoteAddress)
        {
            case IPEndPoint address:
                return [address];
            case DnsEndPoint name:
                var family = _settings.OutgoingSocketForceIpv4 ? AddressFamily.InterNetwork : name.AddressFamily;
                var found = await System.Net.Dns.GetHostAddressesAsync(name.Host, family, abandoned).ConfigureAwait(false);
                return found.Select(address => new IPEndPoint(address, name.Port));
            default:
                throw new NotSupportedException(
                    $"Cannot connect to {_connect.RemoteAddress}: the address must be an IPEndPoint or a DnsEndPoint.");
        }
    }

    private async Task<Socket> ConnectAsync(IPEndPoint address, CancellationToken abandoned)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (_settings.ReceiveTimestamps == Tcp.ReceiveTimestampSource.Kernel) KernelTimestamps.TryEnable(socket);
            foreach (var option in _connect.Options)
                option.BeforeConnect(socket);
            if (_connect.LocalAddress is not null) socket.Bind(_connect.LocalAddress);
            await socket.ConnectAsync(address, abandoned).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Told to the connector when the socket can be taken, or with the reason why there is none.</summary>
    internal sealed record Finished(Exception? Failure) : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
