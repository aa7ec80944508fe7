using System.Collections.Concurrent;

namespace Akka.TestKit.Internal;

/// <summary>
/// What a test actor received and the test has not taken yet. The actor adds, the test takes.
/// </summary>
internal sealed class MessageQueue
{
    private readonly ConcurrentQueue<MessageEnvelope> _messages = new();

    // One permit per message. A permit is taken before its message is, so who holds one finds a message.
    private readonly SemaphoreSlim _available = new(0);

    public bool IsEmpty => _messages.IsEmpty;

    public void Add(MessageEnvelope envelope)
    {
        _messages.Enqueue(envelope);
        _available.Release();
    }

    /// <summary>Takes the next message; null if none came within the timeout.</summary>
    public async ValueTask<MessageEnvelope?> Take(
        TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        if (!await waiting.For(_available, timeout, cancellationToken))
            return null;

        _messages.TryDequeue(out var envelope);
        return envelope;
    }

    /// <summary>The next message, which stays; null if none came within the timeout.</summary>
    public async ValueTask<MessageEnvelope?> Peek(
        TimeSpan timeout, Waiting waiting, CancellationToken cancellationToken)
    {
        if (!await waiting.For(_available, timeout, cancellationToken))
            return null;

        _messages.TryPeek(out var envelope);
        _available.Release();
        return envelope;
    }
}
