using System.Text;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.TestKit;

namespace ActorArbiter.Tests.Transports;

/// <summary>A connection that was accepted, and is used in its owner's turn.</summary>
/// <param name="owner">Its owner.</param>
/// <param name="told">What the owner is told.</param>
internal sealed class ClientUnderTest(IActorRef owner, TestProbe told)
{
    public IActorRef Owner => owner;

    public TestProbe Told => told;

    public Task ReadOnAsync() => CallAsync(socket => socket.ReadOn());

    /// <returns>Whether the kernel has all of it already.</returns>
    public Task<bool> SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="SendAsync(string)"/>
    public Task<bool> SendAsync(byte[] bytes) => CallAsync(socket => socket.Send(bytes));

    /// <summary>Sends something, and waits until the kernel has it.</summary>
    public async Task SendAllAsync(string text)
    {
        if (!await SendAsync(text))
            told.ExpectMsg<SocketProtocol.Sent>(TransportRun.Patience);
    }

    /// <returns>Whether both sides have ended.</returns>
    public Task<bool> EndSendingAsync() => CallAsync(socket => socket.EndSending());

    /// <summary>Reads so much.</summary>
    public async Task<byte[]> ReadAsync(int count)
    {
        var read = new List<byte>();
        while (read.Count < count)
        {
            await ReadOnAsync();
            read.AddRange(Expect<OwnerProtocol.Received>().Bytes);
        }

        return [.. read];
    }

    /// <summary>Reads exactly this.</summary>
    public async Task ExpectAsync(string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(await ReadAsync(Encoding.UTF8.GetByteCount(text))));

    /// <summary>The owner is told this next.</summary>
    public T Expect<T>() => told.ExpectMsg<T>(TransportRun.Patience);

    public Task CallAsync(Action<IClientSocket> use) => CallAsync<object?>(socket =>
    {
        use(socket);
        return null;
    });

    public async Task<T> CallAsync<T>(Func<IClientSocket, T> use) => (T)(await owner.Ask<OwnerProtocol.Done>(
        new OwnerProtocol.Call(socket => use(socket)), TransportRun.Patience)).Result!;
}
