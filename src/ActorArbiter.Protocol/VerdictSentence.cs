using System.Runtime.CompilerServices;

namespace ActorArbiter.Protocol;

/// <summary>The sentence that tells a round's order, the same for all its contenders to the byte.</summary>
public static class VerdictSentence
{
    internal const int ColonLength = 2;
    internal const int SeparatorLength = 17;

    private const string Separator = " received before ";

    /// <summary>
    /// <c>X: Alice received before Y: Bob</c> for contenders in the order of arrival; for one, <c>X: Alice</c>.
    /// </summary>
    public static string Of(IEnumerable<ClientMessage> inOrderOfArrival)
    {
        ArgumentNullException.ThrowIfNull(inOrderOfArrival);
        var sentence = new DefaultInterpolatedStringHandler();
        AppendTo(ref sentence, inOrderOfArrival.ToArray());
        return sentence.ToStringAndClear();
    }

    internal static void AppendTo(
        ref DefaultInterpolatedStringHandler text, scoped ReadOnlySpan<ClientMessage> inOrderOfArrival)
    {
        for (var i = 0; i < inOrderOfArrival.Length; i++)
        {
            if (i > 0)
                text.AppendLiteral(Separator);
            text.AppendLiteral(inOrderOfArrival[i].Id.Value);
            text.AppendLiteral(": ");
            text.AppendLiteral(inOrderOfArrival[i].Text);
        }
    }
}
