using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// Reacts to the messages of a probe as they come, before the test looks at them: so a probe can play the part of an
/// actor. Runs in the probe's actor.
/// </summary>
public abstract class AutoPilot
{
    /// <summary>From now on no auto-pilot.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>Keep the auto-pilot that returned this.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Reacts to one message.</summary>
    /// <param name="sender">Who told it.</param>
    /// <param name="message">The message; the test gets it too.</param>
    /// <returns>
    /// Who reacts to the next one: an auto-pilot, <see cref="KeepRunning"/> or <see cref="NoAutoPilot"/>.
    /// </returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}
