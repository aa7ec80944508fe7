namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// The name of a round: 1 to 64 ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>. Case matters.
/// </summary>
public readonly record struct RoundName
{
    /// <summary>The most characters (and bytes) a name has.</summary>
    public const int MaxLength = 64;

    /// <summary>What a name may look like, for error sentences.</summary>
    public const string Grammar = "1 to 64 ASCII letters, digits, '-', '_' or '.'";

    private readonly string? _value;

    private RoundName(string value) => _value = value;

    /// <summary>The name as written on the wire.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether <paramref name="text"/> is a name; if so, <paramref name="name"/> is it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out RoundName name)
    {
        var valid = NameGrammar.Allows(text, MaxLength);
        name = valid ? new RoundName(RecentStrings.Of(text)) : default;
        return valid;
    }

    /// <summary>The name that <paramref name="text"/> spells.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not the name of a round.</exception>
    public static RoundName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not the name of a round: {Grammar}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
