using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using TestSupport;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Connections whose both sides send, pause, and end in any way at any moment.</summary>
public sealed class ConversationRaceSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    private const int Connections = 60;
    private const int LargestSend = 60_000;

    private static readonly byte[] Stream = Pattern(4_000_000);

    [Fact]
    public Task Each_side_receives_a_prefix_of_what_the_other_sent_and_all_of_it_if_that_ended() => RandomRun.PlayAsync(async seed =>
    {
        var server = await ListenAsync(new StampedListenerOptions { Configure = socket => socket.SendBufferSize = 16_384 });
        var conversations = new List<Task>();
        for (var number = 0; number < RandomRun.Scaled(Connections); number++)
        {
            var link = await server.ConnectAsync();
            var side = new ServerSide(link, RandomRun.RandomOf(seed, 2 * number));
            var peer = new PeerSide(link.Peer, RandomRun.RandomOf(seed, (2 * number) + 1));
            await link.Owner.InTurnAsync(_ => side.Begin());
            conversations.Add(ConverseAsync(link, side, peer));
        }

        await Task.WhenAll(conversations);
    });

    private static async Task ConverseAsync(Link link, ServerSide side, PeerSide peer)
    {
        await Task.WhenAll(peer.SendAllAsync(), peer.ReceiveAllAsync(), side.Ended.Bounded());
        await link.Owner.InTurnAsync(_ =>
        {
            Assert.Null(side.Fault);
            Assert.InRange(side.Received, side.HasReadEnd ? peer.Sent : 0, peer.Sent);
            Assert.InRange(peer.Received, peer.HasReadEnd ? side.Sent : 0, side.Sent);
            if (peer.HasReadEnd)
                Assert.True(link.Socket.HasSendingEnded);
            link.Socket.Close();
        });
        link.Dispose();
    }

    /// <summary>The owner of the socket under test. All of it runs in the owner's turn.</summary>
    private sealed class ServerSide
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Link _link;
        private readonly Random _random;
        private int _actionsLeft;
        private bool _isWaiting;

        public ServerSide(Link link, Random random)
        {
            _link = link;
            _random = random;
            _actionsLeft = random.Next(1, 40);
            link.Owner.Reaction = OnTold;
        }

        public Task Ended => _ended.Task;

        public int Sent { get; private set; }

        public int Received { get; private set; }

        public bool HasReadEnd { get; private set; }

        public string? Fault { get; private set; }

        public void Begin()
        {
            _link.Socket.AwaitReadable();
            Act();
        }

        private void OnTold(object told)
        {
            // Of a loss the owner is told by both ways if it waited both ways.
            if (_ended.Task.IsCompleted && told == SocketEvent.Sent)
                Fault ??= "told Sent after the end";
            if (told == SocketEvent.Sent)
                OnSent();
            else if (told == SocketEvent.Readable)
                Read();
            else
                End();
        }

        private void OnSent()
        {
            if (!_isWaiting || _link.Socket.IsSending)
                Fault ??= "told Sent without a cause";
            _isWaiting = false;
            Act();
        }

        private void Read()
        {
            switch (_link.Socket.Receive(out var bytes, out var _))
            {
                case ReceiveStatus.Bytes:
                    if (!bytes.Span.SequenceEqual(Stream.AsSpan(Received, bytes.Length)))
                        Fault ??= $"what follows byte {Received} is not what was sent";
                    Received += bytes.Length;
                    break;
                case ReceiveStatus.End:
                    HasReadEnd = true;
                    break;
                case ReceiveStatus.Lost:
                    End();
                    return;
            }

            if (_ended.Task.IsCompleted)
                return;
            if (!HasReadEnd)
                _link.Socket.AwaitReadable();
            Act();
        }

        private void Act()
        {
            if (_isWaiting || _ended.Task.IsCompleted || _link.Socket.HasSendingEnded)
            {
                EndIfBothEnded();
                return;
            }

            while (_actionsLeft-- > 0)
            {
                var count = Math.Min(_random.Next(LargestSend), Stream.Length - Sent);
                var isAtKernel = _link.Socket.Send(Stream.AsMemory(Sent, count));
                Sent += count;
                if (!isAtKernel)
                {
                    _isWaiting = true;
                    return;
                }
            }

            if (_random.Next(4) == 0)
            {
                _link.Socket.Close();
                End();
                return;
            }

            _link.Socket.EndSending();
            EndIfBothEnded();
        }

        private void EndIfBothEnded()
        {
            if (_link.Socket is { HasSendingEnded: true } && HasReadEnd)
                End();
        }

        private void End() => _ended.TrySetResult();
    }

    /// <summary>The plain socket at the other end.</summary>
    private sealed class PeerSide(RawPeer peer, Random random)
    {
        private readonly Random _reading = new(random.Next());
        private bool _hasReadEnd;
        private bool _isCut;

        public int Sent { get; private set; }

        public int Received { get; private set; }

        public bool HasReadEnd => _hasReadEnd && !_isCut;

        public async Task SendAllAsync()
        {
            try
            {
                for (var actions = random.Next(1, 40); actions > 0; actions--)
                {
                    var count = Math.Min(random.Next(1, LargestSend), Stream.Length - Sent);

                    // Counted before: what is sent in part may have arrived.
                    Sent += count;
                    await peer.SendAsync(Stream.AsMemory(Sent - count, count));
                    if (random.Next(3) == 0)
                        await Task.Yield();
                }

                if (random.Next(4) == 0)
                    peer.Reset();
                else
                    peer.EndSending();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The other side closed. The kernel tells that once, and then the other call that the stream ended.
                _isCut = true;
            }
        }

        public async Task ReceiveAllAsync()
        {
            var space = new byte[64 * 1024];
            try
            {
                while (await peer.Socket.ReceiveAsync(space.AsMemory(0, _reading.Next(1, space.Length))).AsTask().Bounded() is var count and > 0)
                {
                    Assert.True(space.AsSpan(0, count).SequenceEqual(Stream.AsSpan(Received, count)), $"what follows byte {Received} is not what was sent");
                    Received += count;
                }

                _hasReadEnd = true;
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Reset by either side.
            }
        }
    }
}
