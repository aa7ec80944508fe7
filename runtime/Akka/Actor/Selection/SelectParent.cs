namespace Akka.Actor;

/// <summary>One level up: <c>..</c>.</summary>
public class SelectParent : SelectionPathElement
{
    /// <summary>The one instance.</summary>
    public static readonly SelectParent Instance = new();

    private SelectParent()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => "..";
}
