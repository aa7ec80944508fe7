namespace ActorArbiter.Tests.Docs;

/// <summary>A line of a transcript.</summary>
internal abstract record TranscriptStep
{
    private TranscriptStep()
    {
    }

    /// <summary>Reads a line as docs/protocol.md explains them; nothing if it is a remark.</summary>
    /// <exception cref="FormatException">It is not written like that.</exception>
    public static TranscriptStep? Parse(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
            return null;
        var words = line.Split(' ', 2);
        if (words is not [{ Length: > 1 } who, var what])
            throw new FormatException($"'{line}' is no line of a transcript");
        var client = who[..^1];
        return (who[^1], what) switch
        {
            ('|', _) when client == "server" => new Printed(what),
            ('>', "(connect)") => new Connect(client),
            ('>', "(half-close)") => new HalfClose(client),
            ('>', "(reset)") => new Reset(client),
            ('>', _) => new Send(client, Bytes(what)),
            ('<', "(close)") => new Closed(client),
            ('<', _) => new Told(client, Bytes(what)),
            _ => throw new FormatException($"'{line}' is no line of a transcript"),
        };
    }

    private static string Bytes(string what) => what.EndsWith('\\') ? what[..^1] : $"{what}\n";

    /// <summary>What a client does.</summary>
    public abstract record Act(string Client) : TranscriptStep;

    public sealed record Connect(string Client) : Act(Client);

    public sealed record Send(string Client, string Text) : Act(Client);

    public sealed record HalfClose(string Client) : Act(Client);

    public sealed record Reset(string Client) : Act(Client);

    /// <summary>What the server sends.</summary>
    public sealed record Told(string Client, string Text) : TranscriptStep;

    /// <summary>The server closes the connection, and sent nothing more.</summary>
    public sealed record Closed(string Client) : TranscriptStep;

    /// <summary>A line of the server's stdout.</summary>
    public sealed record Printed(string Line) : TranscriptStep;
}
