using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An auto-pilot made of a function.</summary>
public sealed class DelegateAutoPilot : AutoPilot
{
    private readonly AutoPilotDelegate _run;

    /// <param name="autoPilotDelegate">Called for each message.</param>
    public DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate)
    {
        ArgumentNullException.ThrowIfNull(autoPilotDelegate);
        _run = autoPilotDelegate;
    }

    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => _run(sender, message);
}
