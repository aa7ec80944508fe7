namespace Akka.Actor;

/// <summary>Makes a <see cref="Receive"/> of an <see cref="UntypedReceive"/> without an object between the two.</summary>
internal static class UntypedReceiveExtensions
{
    /// <returns>Always true: what such a behaviour does not know it has passed to Unhandled itself.</returns>
    internal static bool Handle(this UntypedReceive receive, object message)
    {
        receive(message);
        return true;
    }
}
