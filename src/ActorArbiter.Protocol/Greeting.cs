using System.Text;

namespace ActorArbiter.Protocol;

/// <summary>What a greeting listener tells each contender when all seats are taken: <c>Client X connected</c>.</summary>
public static class Greeting
{
    private const string Before = "Client ";
    private const string After = " connected";

    /// <summary>The greeting as it is sent, with no line end.</summary>
    public static byte[] ToBytes(ContenderId id) => Encoding.UTF8.GetBytes($"{Before}{id}{After}");

    /// <summary>Whether <paramref name="text"/> is a whole greeting; if so, <paramref name="id"/> is the letter it gives.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ContenderId id)
    {
        id = default;
        return text.Length > Before.Length + After.Length
            && text.StartsWith(Before) && text.EndsWith(After)
            && ContenderId.TryParse(text[Before.Length..^After.Length], out id);
    }
}
