namespace Akka.Actor;

/// <summary>Down to the child of a name.</summary>
public class SelectChildName : SelectionPathElement
{
    /// <summary>Creates the step.</summary>
    /// <param name="name">The child's name, with <c>#uid</c> if one incarnation is meant.</param>
    public SelectChildName(string name) => Name = name;

    /// <summary>The child's name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
