namespace Akka.Actor;

/// <summary>Brings the code after an await back into its actor's turn.</summary>
internal sealed class ActorSynchronizationContext(ActorCell cell) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => cell.Post(d, state);

    public override SynchronizationContext CreateCopy() => this;
}
