using System.Text;

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
        var sentence = new StringBuilder();
        foreach (var message in inOrderOfArrival)
        {
            if (sentence.Length > 0)
                sentence.Append(Separator);
            sentence.Append(message.Id).Append(": ").Append(message.Text);
        }

        return sentence.ToString();
    }
}
