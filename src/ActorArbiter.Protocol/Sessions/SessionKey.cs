namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// What a contender shows to take over its own seat from a connection it lost: 1 to 64 printable ASCII characters without
/// spaces. Sent in the clear: it guards against mistakes, not against whoever can read the network.
/// </summary>
public readonly record struct SessionKey
{
    /// <summary>The most characters (and bytes) a key has.</summary>
    public const int MaxLength = 64;

    /// <summary>What a key may look like, for error sentences.</summary>
    public const string Grammar = "1 to 64 printable ASCII characters without spaces";

    private readonly string? _value;

    private SessionKey(string value) => _value = value;

    /// <summary>The key as written on the wire.</summary>
    public string Value => _value ?? "";

    /// <summary>Whether <paramref name="text"/> is a key; if so, <paramref name="key"/> is it.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SessionKey key)
    {
        var valid = text.Length is > 0 and <= MaxLength && !text.ContainsAnyExceptInRange('!', '~');
        key = valid ? new SessionKey(text.ToString()) : default;
        return valid;
    }

    /// <summary>The key that <paramref name="text"/> spells.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a key.</exception>
    public static SessionKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"a key is {Grammar}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
