using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>
/// Makes sure that bytes which come to a listener will have the kernel's timestamps: the kernel begins with them a moment
/// after it is first asked. Over a connection of its own, within this host, it sends single bytes until one is
/// timestamped; its sockets are closed when it ends. Disposing it ends it.
/// </summary>
internal sealed class TimestampProbe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource _abandoned = new();
    private readonly Socket _example;
    private readonly IActorRef _listener;

    /// <param name="example">The listening socket whose setting is tried.</param>
    /// <param name="listener">Is told <see cref="Finished"/>.</param>
    public TimestampProbe(Socket example, IActorRef listener)
    {
        _example = example;
        _listener = listener;
    }

    /// <summary>Starts; tells the listener <see cref="Finished"/>.</summary>
    public void Start() => _ = RunAsync();

    public void Dispose() => _abandoned.Cancel();

    private async Task RunAsync()
    {
        string? failure = null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_abandoned.Token);
        patience.CancelAfter(Patience);
        try
        {
            await AwaitTimestampAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            failure = $"None came within {Patience.TotalSeconds} s";
        }
#pragma warning disable CA1031 // Whatever it is, it is why there are no timestamps.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            failure = cause.Message;
        }

        _listener.Tell(new Finished(failure), ActorRefs.NoSender);
    }

    private async Task AwaitTimestampAsync(CancellationToken ended)
    {
        using var listener = new Socket(_example.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        KernelTimestamps.CopySetting(_example, listener);
        var loopback = _example.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Loopback : IPAddress.IPv6Loopback;
        listener.Bind(new IPEndPoint(loopback, 0));
        listener.Listen();

        using var sender = new Socket(_example.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        sender.NoDelay = true;
        // Closing it leaves nothing behind in the kernel.
        sender.LingerState = new LingerOption(enable: true, seconds: 0);
        await sender.ConnectAsync(listener.LocalEndPoint!, ended).ConfigureAwait(false);
        using var receiver = await AcceptAsync(listener, sender.LocalEndPoint!, ended).ConfigureAwait(false);

        while (!await IsTimestampedAsync(sender, receiver, ended).ConfigureAwait(false))
            await Task.Delay(Pause, ended).ConfigureAwait(false);
    }

    private static async Task<Socket> AcceptAsync(Socket listener, EndPoint sender, CancellationToken ended)
    {
        while (true)
        {
            var accepted = await listener.AcceptAsync(ended).ConfigureAwait(false);
            if (sender.Equals(accepted.RemoteEndPoint)) return accepted;
            // Any program on this host may have connected.
            accepted.Dispose();
        }
    }

    private static async Task<bool> IsTimestampedAsync(Socket sender, Socket receiver, CancellationToken ended)
    {
        await sender.SendAsync(new byte[1], ended).ConfigureAwait(false);
        await receiver.ReceiveAsync(Memory<byte>.Empty, ended).ConfigureAwait(false);
        KernelReceiver.Instance.Receive(receiver, int.MaxValue, awaited: default, out _, out var timestamp);
        return timestamp.Source == Tcp.ReceiveTimestampSource.Kernel;
    }

    /// <summary>Told to the listener: timestamps come, or the reason why there are none.</summary>
    internal sealed record Finished(string? Failure) : INoSerializationVerificationNeeded, IDeadLetterSuppression;
}
