using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>What the setting was before this definition of it: the left side of <c>+=</c>.</summary>
internal sealed class PreviousValuePart(SourcePosition position) : ValuePart(position);
