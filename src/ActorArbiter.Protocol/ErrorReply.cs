using System.Diagnostics.CodeAnalysis;

namespace ActorArbiter.Protocol;

/// <summary>An <c>ERROR</c> line: what was wrong, for a program in one word, for a person in a sentence.</summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Sentence">What was wrong and what to do, in one line.</param>
public sealed record ErrorReply(string Code, string Sentence)
{
    /// <summary>What every error line begins with; no verdict does, for an id is followed by a colon.</summary>
    public const string Prefix = "ERROR ";

    /// <summary>Whether <paramref name="line"/>, without its end, is an error line.</summary>
    /// <param name="line">The line as received.</param>
    /// <param name="reply">What it says, when the result is <see langword="true"/>.</param>
    public static bool TryParse(string line, [NotNullWhen(true)] out ErrorReply? reply)
    {
        ArgumentNullException.ThrowIfNull(line);
        reply = null;
        if (!line.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var words = line[Prefix.Length..].Split(' ', 2);
        if (words[0].Length == 0)
            return false;
        reply = new ErrorReply(words[0], words.Length > 1 ? words[1] : "");
        return true;
    }

    /// <summary>The line without its end: <c>ERROR too-long a line has at most 1024 bytes</c>.</summary>
    public override string ToString() => $"{Prefix}{Code} {Sentence}".TrimEnd();

    /// <summary>The line as it is sent, ended by a line feed.</summary>
    public byte[] ToBytes() => LineBytes.Of(ToString());
}
