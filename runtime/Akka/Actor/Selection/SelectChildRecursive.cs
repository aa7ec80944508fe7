namespace Akka.Actor;

/// <summary>Down to all descendants: <c>**</c>, as the last element of a path.</summary>
public class SelectChildRecursive : SelectionPathElement
{
    /// <summary>The one instance.</summary>
    public static readonly SelectChildRecursive Instance = new();

    private SelectChildRecursive()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => "**";
}
