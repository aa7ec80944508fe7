using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace ActorArbiter.StampedTcp;

/// <summary>The queue of a <see cref="LightMailbox"/>: one message in place, and a queue for those behind it, let go of when it was long.</summary>
internal sealed class LightMessageQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    private const int LongestKept = 64;

    private Envelope _first;
    private Queue<Envelope>? _behind;
    private volatile int _count;

    public bool HasMessages => _count > 0;

    public int Count => _count;

    // Nobody else has it, and an object of its own to lock would weigh as much as the rest.
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        lock (this)
        {
            if (_count == 0)
                _first = envelope;
            else
                (_behind ??= new Queue<Envelope>()).Enqueue(envelope);
            _count++;
        }
    }

    public bool TryDequeue(out Envelope envelope)
    {
        envelope = default;
        if (_count == 0)
            return false;
        lock (this)
        {
            envelope = _first;
            _first = default;
            if (--_count > 0)
                _first = _behind!.Dequeue();
            else if (_behind is { Capacity: > LongestKept })
                _behind = null;
        }

        return true;
    }

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out var envelope))
            deadletters.Enqueue(owner, envelope);
    }
}
