using System.Net;
using System.Net.Sockets;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Fuzzing;

/// <summary>Clients that connect one after the other, send an input each and end in every way there is.</summary>
internal sealed class FuzzClients(IPEndPoint server, int seed, int number)
{
    private readonly Random _random = RandomRun.RandomOf(seed, number);
    private readonly byte[] _answer = new byte[16 * 1024];

    /// <summary>Sends so many inputs.</summary>
    public async Task PlayAsync(int inputs)
    {
        var mutator = new InputMutator(_random);
        for (; inputs > 0; inputs--)
        {
            using var client = await RawClient.ConnectAsync(server);
            try
            {
                await PlayAsync(client, mutator.Next());
            }
            catch (SocketException)
            {
                // The server may close while the client still sends.
            }
        }
    }

    private async Task PlayAsync(RawClient client, ReadOnlyMemory<byte> input)
    {
        var cut = _random.Next(input.Length + 1);
        await client.SendAsync(input[..cut]);
        await client.SendAsync(input[cut..]);
        switch (_random.Next(4))
        {
            case 0:
                client.Reset();
                break;
            case 1:
                break; // Closes with what the server answered unread.
            default:
                // A session says BYE; a classic client may wait for a round that does not fill.
                await client.SendAsync("\nQUIT\n");
                client.HalfClose();
                if (_random.Next(2) == 0)
                    await ReadSomeAsync(client);
                break;
        }
    }

    private async Task ReadSomeAsync(RawClient client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        try
        {
            await client.ReceiveAsync(_answer, patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing is owed to it yet.
        }
    }
}
