namespace ActorArbiter.Protocol;

/// <summary>
/// The name of a contender in its round: 1 to 32 ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.
/// Case matters.
/// </summary>
public readonly record struct ContenderId
{
    /// <summary>The most characters (and bytes) an id has.</summary>
    public const int MaxLength = 32;

    /// <summary>What an id may look like, for error sentences.</summary>
    public const string Grammar = "1 to 32 ASCII letters, digits, '-', '_' or '.'";

    private readonly string? _value;

    private ContenderId(string value) => _value = value;

    /// <summary>The id as written on the wire.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether <paramref name="text"/> is an id; if so, <paramref name="id"/> is it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ContenderId id)
    {
        var valid = NameGrammar.Allows(text, MaxLength);
        id = valid ? new ContenderId(RecentStrings.Of(text)) : default;
        return valid;
    }

    /// <summary>The id that <paramref name="text"/> spells.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not an id.</exception>
    public static ContenderId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not an id: {Grammar}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
