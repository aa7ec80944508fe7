using System.Collections.Concurrent;
using System.Net;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.TestKit;

namespace ActorArbiter.Tests.Transports;

/// <summary>
/// A listening socket that the test plays: it is told of every call (<see cref="ListenerCalls"/>), has clients connect, and tells the
/// owner what happens as <see cref="ListenerProtocol"/> has it.
/// </summary>
internal sealed class PlayedListenerSocket(TestProbe test, IPEndPoint address) : IListenerSocket
{
    private readonly ConcurrentQueue<IClientSocket> _waiting = new();
    private IActorRef _owner = ActorRefs.Nobody;

    public void Bind(IActorContext owner)
    {
        _owner = owner.Self;
        Tell(new ListenerCalls.Bind(owner.Self, this, address));
    }

    public void AcceptOn() => Tell(new ListenerCalls.AcceptOn());

    public IClientSocket? TryAccept() => _waiting.TryDequeue(out var client) ? client : null;

    public void StopAccepting() => Tell(new ListenerCalls.StopAccepting());

    public void Close() => Tell(new ListenerCalls.Close());

    public object? Read(object message) => message;

    /// <summary>Clients connect.</summary>
    public void Connect(params IReadOnlyCollection<IClientSocket> clients)
    {
        foreach (var client in clients)
            _waiting.Enqueue(client);
        _owner.Tell(ListenerProtocol.Acceptable.Instance);
    }

    private void Tell(object call) => test.Ref.Tell(call, _owner);
}
