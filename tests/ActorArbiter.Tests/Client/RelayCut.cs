namespace ActorArbiter.Tests.Client;

/// <summary>Where a <see cref="Relay"/> cuts a connection.</summary>
/// <param name="IsClients">Whether what the client says is looked at, and not what the server says.</param>
/// <param name="Passing">
/// After how many bytes of what was said in this direction the cut is; more than there are if it is not reached.
/// </param>
/// <param name="IsReset">Whether both sides see a reset, as from a dying host, and not a close.</param>
internal sealed record RelayCut(bool IsClients, Func<string, int> Passing, bool IsReset = true)
{
    /// <summary>Whether all later connections are cut at once, until <see cref="Relay.Server"/> is set again.</summary>
    public bool StaysDown { get; init; }

    /// <summary>The server never gets what the client says from <paramref name="word"/> on.</summary>
    public static RelayCut BeforeClients(string word) => new(IsClients: true, said => From(said, word, 0));

    /// <summary>The client never gets what the server says from <paramref name="word"/> on.</summary>
    public static RelayCut Before(string word) => new(IsClients: false, said => From(said, word, 0));

    /// <summary>The client gets <paramref name="word"/>, but not the rest of its line.</summary>
    public static RelayCut Within(string word) => new(IsClients: false, said => From(said, word, word.Length));

    /// <summary>The client gets the line that begins with <paramref name="word"/>, and then nothing more.</summary>
    public static RelayCut Behind(string word) => new(IsClients: false, said =>
        said.IndexOf('\n', From(said, word, 0)) is >= 0 and var end ? end + 1 : said.Length + 1);

    /// <summary>So many bytes pass, then nothing more.</summary>
    public static RelayCut After(int count, bool isClients, bool isReset) => new(isClients, _ => count, isReset);

    private static int From(string said, string word, int offset) =>
        said.IndexOf(word, StringComparison.Ordinal) is >= 0 and var start ? start + offset : said.Length + 1;
}
