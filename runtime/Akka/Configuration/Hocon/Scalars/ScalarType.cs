using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration.Hocon.Scalars;

internal delegate bool ScalarParser<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>A type that text can be read as, and how to say what such a text looks like.</summary>
internal sealed record ScalarType<T>(string Expected, ScalarParser<T> TryParse);
