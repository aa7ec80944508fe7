using System.Globalization;
using System.Text;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Transcript;

/// <summary>The words of the transcript. Every text ends with a line feed.</summary>
internal static class TranscriptText
{
    public const string Ready = "The server is ready to receive\n";

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];

    public static string Accepted(Seat seat) =>
        $"Accepted {Ordinal(seat.Number)} connection, calling it client {seat.Letter}\n";

    /// <summary>The messages of a round in verdict order, and whom the verdict was sent to, as one block.</summary>
    public static string Told(Verdict verdict)
    {
        var block = new StringBuilder();
        foreach (var arrival in verdict.Order)
            block.Append("Message Received: ").Append(arrival.Message).Append('\n');

        var ids = verdict.Order.Select(arrival => arrival.Id).Order(ContenderLetters.Order).ToArray();
        block.Append("Sent acknowledgment to ");
        if (ids.Length == 2)
            block.Append("both ");
        if (ids.Length > 1)
            block.AppendJoin(", ", ids[..^1]).Append(" and ");
        return block.Append(ids[^1]).Append('\n').ToString();
    }

    private static string Ordinal(int index)
    {
        if (index < Ordinals.Length)
            return Ordinals[index];
        var number = index + 1;
        var suffix = (number % 100, number % 10) switch
        {
            ( >= 11 and <= 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{number}{suffix}");
    }
}
