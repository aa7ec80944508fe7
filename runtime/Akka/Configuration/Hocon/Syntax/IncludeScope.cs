namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// The place that a text was included at. Its substitutions mean its own settings first, then those of the text that
/// includes it, and so on outwards.
/// </summary>
/// <param name="Keys">The path of the object that the include stands in, from the root of all.</param>
/// <param name="Outer">The include around this one, if any.</param>
internal sealed record IncludeScope(string[] Keys, IncludeScope? Outer);
