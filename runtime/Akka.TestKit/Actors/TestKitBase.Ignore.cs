using Akka.Actor;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>
    /// Drops the messages that the predicate holds for, from now on. An auto-pilot sees them all the same. Replaces
    /// what was ignored before.
    /// </summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage)
    {
        ArgumentNullException.ThrowIfNull(shouldIgnoreMessage);
        TestActor.Tell(new TestActorProtocol.SetIgnore(shouldIgnoreMessage));
    }

    /// <summary>Drops the messages of a type that the predicate holds for, from now on.</summary>
    /// <inheritdoc cref="IgnoreMessages(Func{object, bool})"/>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage)
    {
        ArgumentNullException.ThrowIfNull(shouldIgnoreMessage);
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));
    }

    /// <summary>Drops the messages of a type, from now on.</summary>
    /// <inheritdoc cref="IgnoreMessages(Func{object, bool})"/>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    /// <summary>Takes back <c>IgnoreMessages</c>.</summary>
    public void IgnoreNoMessages() => TestActor.Tell(new TestActorProtocol.SetIgnore(null));

    /// <summary>Lets the pilot react to the test actor's messages, from the next one on.</summary>
    public void SetAutoPilot(AutoPilot pilot)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        TestActor.Tell(new TestActorProtocol.SetAutoPilot(pilot));
    }
}
