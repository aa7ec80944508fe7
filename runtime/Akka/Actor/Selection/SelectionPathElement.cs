namespace Akka.Actor;

/// <summary>One step of an actor selection's path.</summary>
public abstract class SelectionPathElement
{
    private protected SelectionPathElement()
    {
    }

    /// <summary>Reads one element of a path.</summary>
    internal static SelectionPathElement Parse(string element) =>
        element switch
        {
            ".." => SelectParent.Instance,
            "**" => SelectChildRecursive.Instance,
            _ when element.AsSpan().ContainsAny('*', '?') => new SelectChildPattern(element),
            _ => new SelectChildName(element),
        };
}
