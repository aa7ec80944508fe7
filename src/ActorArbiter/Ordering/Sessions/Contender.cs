using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>Who joined a round that was not told yet, present or not.</summary>
/// <param name="round">The round.</param>
internal sealed class Contender(NamedRound round)
{
    private JoinOptions _options = JoinOptions.None;

    public NamedRound Round { get; } = round;

    /// <summary>Its name there.</summary>
    public ContenderId Id { get; private set; }

    /// <summary>Whose it is; none when the connection was lost, or left after the message.</summary>
    public Session? Session { get; private set; }

    /// <summary>
    /// What another connection has to show to take over; without one, nobody can as long as <see cref="Session"/> is there.
    /// </summary>
    public SessionKey? Key => _options.Key;

    /// <summary>Whether it is told the end of the round only.</summary>
    public bool IsBrief => _options.Brief;

    /// <summary>Its message; none before it came.</summary>
    public Arrival? Arrival { get; set; }

    /// <summary>Joins as <paramref name="id"/>, with no message and nobody's; it may have been someone else.</summary>
    public void Join(ContenderId id)
    {
        Id = id;
        Arrival = null;
    }

    /// <summary>Whether a JOIN with these options may take over.</summary>
    public bool MayBeTakenOver(JoinOptions options) => Key is null ? Session is null : Key == options.Key;

    /// <summary>From now on it is <paramref name="session"/>'s.</summary>
    public void Attach(Session session, JoinOptions options)
    {
        Session = session;
        _options = options;
        session.Contender = this;
    }

    /// <summary>From now on it is nobody's.</summary>
    public void Detach()
    {
        Session?.Contender = null;
        Session = null;
    }
}
