using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.Rounds;

/// <summary>Checks what a caller asks for, as the server would, before anything is said.</summary>
internal static class RoundArguments
{
    /// <summary>Checks that the server would read <paramref name="text"/> as it is.</summary>
    /// <exception cref="ArgumentException">It would not; the message says why.</exception>
    public static void CheckText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var message = new SessionCommand.Message(null, text);
        if (!SessionCommandParser.TryParse(Encoding.UTF8.GetBytes(message.ToString()), out var read, out var error))
            throw new ArgumentException(error.Sentence, nameof(text));
        if (!message.Equals(read))
            throw new ArgumentException("a text neither begins nor ends with white space", nameof(text));
    }

    /// <summary>What JOIN says of <paramref name="terms"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A term is not in its range.</exception>
    public static JoinOptions ToOptions(RoundTerms terms)
    {
        if (terms.Of is < 1 or > ProtocolLimits.MaxContenders)
        {
            throw new ArgumentOutOfRangeException(
                nameof(terms), terms.Of, $"{nameof(RoundTerms.Of)} is from 1 to {ProtocolLimits.MaxContenders}");
        }

        return new JoinOptions
        {
            Of = terms.Of,
            Window = Checked(terms.Window, nameof(RoundTerms.Window)),
            Deadline = Checked(terms.Deadline, nameof(RoundTerms.Deadline)),
            StartReady = terms.StartReady ? true : null,
        };

        TimeSpan? Checked(TimeSpan? duration, string name) => duration is null
            || (duration >= TimeSpan.FromMilliseconds(1) && duration <= Durations.Max)
                ? duration
                : throw new ArgumentOutOfRangeException(
                    nameof(terms), duration, $"{name} is from 1 ms to {Durations.Format(Durations.Max)}");
    }
}
