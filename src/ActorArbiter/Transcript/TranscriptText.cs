using System.Globalization;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Transcript;

/// <summary>The words of the transcript. Every text ends with a line feed.</summary>
internal static class TranscriptText
{
    private const string Ready = "The server is ready to receive\n";

    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];

    /// <summary>Writes what happened, as it is told in <see cref="TranscriptProtocol"/>.</summary>
    public static void Write(object happened, TextWriter output)
    {
        switch (happened)
        {
            case TranscriptProtocol.Ready:
                output.Write(Ready);
                break;
            case TranscriptProtocol.Accepted(var seat):
                output.Write($"Accepted {Ordinal(seat.Number)} connection, calling it client {seat.Letter}\n");
                break;
            case TranscriptProtocol.Told(var verdict):
                Write(verdict, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "there are no words for it");
        }
    }

    /// <summary>The messages of a round in verdict order, and whom the verdict was sent to, as one block.</summary>
    private static void Write(Verdict verdict, TextWriter output)
    {
        var ids = new ContenderId[verdict.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            var message = verdict.Order[i].Message;
            ids[i] = message.Id;
            output.Write("Message Received: Client ");
            output.Write(message.Id.Value);
            output.Write(": ");
            output.Write(message.Text);
            output.Write("\n");
        }

        Array.Sort(ids, ContenderLetters.Order);
        output.Write(ids.Length == 2 ? "Sent acknowledgment to both " : "Sent acknowledgment to ");
        for (var i = 0; i < ids.Length; i++)
        {
            if (i > 0)
                output.Write(i < ids.Length - 1 ? ", " : " and ");
            output.Write(ids[i].Value);
        }

        output.Write("\n");
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
