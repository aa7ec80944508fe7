namespace ActorArbiter.Protocol.Sessions;

/// <summary>The words of a line, taken one by one; any number of spaces stands between them.</summary>
internal ref struct Words
{
    private ReadOnlySpan<char> _rest;

    public Words(ReadOnlySpan<char> line) => _rest = line;

    /// <summary>What was not taken yet, without the spaces in front.</summary>
    public readonly ReadOnlySpan<char> Rest => _rest;

    /// <summary>Takes the next word; empty if there is none.</summary>
    public ReadOnlySpan<char> Next()
    {
        var space = _rest.IndexOf(' ');
        var word = space < 0 ? _rest : _rest[..space];
        _rest = _rest[word.Length..].TrimStart(' ');
        return word;
    }
}
