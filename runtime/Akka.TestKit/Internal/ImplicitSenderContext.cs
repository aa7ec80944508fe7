using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Keeps the implicit sender of an asynchronous test over its awaits, whatever thread it goes on with.</summary>
internal sealed class ImplicitSenderContext : SynchronizationContext
{
    private readonly ActorCell? _sender;

    public ImplicitSenderContext(ActorCell? sender) => _sender = sender;

    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => Run(d, state), null);

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    private void Run(SendOrPostCallback callback, object? state)
    {
        var outerSender = ImplicitSender.Current;
        var outerContext = Current;
        ImplicitSender.Current = _sender;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            SetSynchronizationContext(outerContext);
            ImplicitSender.Current = outerSender;
        }
    }
}
