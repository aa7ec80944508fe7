using System.Text;
using ActorArbiter.StampedTcp;
using Akka.Actor;

namespace StampedTcp.Tests.Support;

/// <summary>A connection: the socket under test and its owner, and the plain socket at the other end.</summary>
internal sealed record Link(StampedSocket Socket, LoopActor Owner, RawPeer Peer) : IDisposable
{
    public void Dispose()
    {
        Peer.Dispose();
        Owner.Ref.Tell(PoisonPill.Instance);
    }

    public Task OpenAsync() => Owner.InTurnAsync(context => Socket.Open(context));

    public Task AwaitReadableAsync() => Owner.InTurnAsync(_ => Socket.AwaitReadable());

    public Task<bool> SendAsync(ReadOnlyMemory<byte> bytes) => Owner.InTurnAsync(_ => Socket.Send(bytes));

    public Task<bool> SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task EndSendingAsync() => Owner.InTurnAsync(_ => Socket.EndSending());

    public Task CloseAsync() => Owner.InTurnAsync(_ => Socket.Close());

    public Task ExpectAsync(SocketEvent told) => Owner.ExpectAsync(told);

    /// <summary>Receives without waiting for anything.</summary>
    public Task<Read> ReceiveAsync() => Owner.InTurnAsync(_ =>
    {
        var status = Socket.Receive(out var bytes, out var time);
        return new Read(status, bytes.ToArray(), time);
    });

    /// <summary>Waits until there is something to read, and reads it.</summary>
    public async Task<Read> ReadAsync()
    {
        while (true)
        {
            await AwaitReadableAsync();
            await ExpectAsync(SocketEvent.Readable);
            if (await ReceiveAsync() is { Status: not ReceiveStatus.Nothing } read)
                return read;
        }
    }

    /// <summary>Reads as often as it takes for so many bytes.</summary>
    public async Task<byte[]> ReadAsync(int count)
    {
        var all = new List<byte>();
        while (all.Count < count)
        {
            var read = await ReadAsync();
            Assert.Equal(ReceiveStatus.Bytes, read.Status);
            all.AddRange(read.Bytes);
        }

        return [.. all];
    }

    public async Task<string> ReadTextAsync(int count) => Encoding.UTF8.GetString(await ReadAsync(count));

    /// <summary>Reads something that is no bytes.</summary>
    public async Task ExpectAsync(ReceiveStatus status) => Assert.Equal(status, (await ReadAsync()).Status);

    /// <summary>What <see cref="StampedSocket.Receive"/> found, and a copy of its bytes.</summary>
    internal sealed record Read(ReceiveStatus Status, byte[] Bytes, ReceiveTime Time)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);
    }
}
