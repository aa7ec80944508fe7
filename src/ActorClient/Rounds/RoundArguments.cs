using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.Rounds;

/// <summary>Checks what a caller asks for, as the server would, before anything is said.</summary>
internal static class RoundArguments
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>Checks that the server would read <paramref name="text"/> as it is.</summary>
    /// <exception cref="ArgumentException">It would not; the message says why.</exception>
    public static void CheckText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var message = SessionCommand.Message(null, text);
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

        static TimeSpan? Checked(TimeSpan? duration, string name)
        {
            if (duration is { } given)
                CheckDuration(given, Shortest, name, nameof(terms));
            return duration;
        }
    }

    /// <summary>Checks what the settings of a program would not let pass.</summary>
    /// <exception cref="ArgumentException">An option is not in its range; the message says which.</exception>
    public static void CheckOptions(ArbiterClientOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Host, nameof(options));
        if (options.Port is < 1 or > ushort.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(options), options.Port, "a port is from 1 to 65535");
        if (options.Timeout != Timeout.InfiniteTimeSpan)
            CheckDuration(options.Timeout, Shortest, nameof(options.Timeout), nameof(options));
        CheckDuration(options.ConnectWait, Shortest, nameof(options.ConnectWait), nameof(options));
        CheckDuration(options.RetryMin, Shortest, nameof(options.RetryMin), nameof(options));
        CheckDuration(options.RetryMax, options.RetryMin, nameof(options.RetryMax), nameof(options));
    }

    private static void CheckDuration(TimeSpan duration, TimeSpan atLeast, string name, string argument)
    {
        if (duration < atLeast || duration > Durations.Max)
        {
            throw new ArgumentOutOfRangeException(
                argument, duration, $"{name} is from {Durations.Format(atLeast)} to {Durations.Format(Durations.Max)}");
        }
    }
}
