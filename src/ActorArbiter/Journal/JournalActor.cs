using Akka.Actor;

namespace ActorArbiter.Journal;

/// <summary>Keeps verdicts in a file. Verdicts that wait together are committed together.</summary>
internal sealed class JournalActor : ReceiveActor
{
    /// <param name="options">Where and how long verdicts are kept.</param>
    public static Props PropsFor(JournalOptions options) => Props.Create(() => new JournalActor(options));

    public JournalActor(JournalOptions options) => _ = options;
}
