using System.IO.Enumeration;

namespace Akka.Actor;

/// <summary>Down to all children whose names match a pattern.</summary>
public class SelectChildPattern : SelectionPathElement
{
    /// <summary>Creates the step.</summary>
    /// <param name="patternStr">The pattern: <c>*</c> for any characters, <c>?</c> for one.</param>
    public SelectChildPattern(string patternStr) => PatternStr = patternStr;

    /// <summary>The pattern.</summary>
    public string PatternStr { get; }

    /// <inheritdoc/>
    public override string ToString() => PatternStr;

    internal bool Matches(string name) => FileSystemName.MatchesSimpleExpression(PatternStr, name, ignoreCase: false);
}
