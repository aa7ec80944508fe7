namespace Akka.TestKit.Internal;

internal sealed class MutedEvents : IUnmutableFilter
{
    private readonly Interception _interception;

    public MutedEvents(Interception interception) => _interception = interception;

    public void Unmute() => _interception.Abandon();

    public void Dispose() => Unmute();
}
