using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>
/// Lets what a test tells without naming a sender come from its test actor, so that answers come to the test; over its
/// awaits too, whatever thread it goes on with.
/// </summary>
internal sealed class ImplicitSender : SynchronizationContext
{
    private readonly ActorCell? _sender;
    private SynchronizationContext? _outer;

    private ImplicitSender(ActorCell? sender) => _sender = sender;

    /// <summary>Begins on the current thread.</summary>
    /// <param name="sender">The cell of the test actor; null: the test has no implicit sender.</param>
    public static ImplicitSender Enter(ActorCell? sender)
    {
        var entered = new ImplicitSender(sender) { _outer = Current };

        // Leaving makes the cell given the current one, whichever was before.
        ActorCell.Leave(sender);
        SetSynchronizationContext(entered);
        return entered;
    }

    /// <summary>Ends on the current thread, unless something else has begun there since.</summary>
    public void Leave()
    {
        if (ActorCell.Current == _sender)
            ActorCell.Leave(null);
        if (Current == this)
            SetSynchronizationContext(_outer);
    }

    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.UnsafeQueueUserWorkItem(_ => Run(d, state), null);

    public override void Send(SendOrPostCallback d, object? state) => Run(d, state);

    private void Run(SendOrPostCallback callback, object? state)
    {
        var outerSender = ActorCell.Current;
        var outerContext = Current;
        ActorCell.Leave(_sender);
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            SetSynchronizationContext(outerContext);
            ActorCell.Leave(outerSender);
        }
    }
}
