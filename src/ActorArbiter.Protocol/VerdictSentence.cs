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
        var isFirst = true;
        foreach (var message in inOrderOfArrival)
        {
            Append(ref sentence, message, isFirst);
            isFirst = false;
        }

        return sentence.ToStringAndClear();
    }

    /// <summary>Appends what the sentence says of one message.</summary>
    internal static void Append(ref DefaultInterpolatedStringHandler sentence, ClientMessage message, bool isFirst)
    {
        if (!isFirst)
            sentence.AppendLiteral(Separator);
        sentence.AppendLiteral(message.Id.Value);
        sentence.AppendLiteral(": ");
        sentence.AppendLiteral(message.Text);
    }
}
