using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What an auto-pilot returns to stay in charge. Reacts to nothing itself.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only instance.</summary>
    public static readonly KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <summary>Never called: it stands for the auto-pilot that returned it.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override AutoPilot Run(IActorRef sender, object message) =>
        throw new InvalidOperationException("KeepRunning is an answer of an auto-pilot, not an auto-pilot to set.");
}
