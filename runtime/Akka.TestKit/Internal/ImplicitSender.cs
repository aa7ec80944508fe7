using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>
/// Whose cell a <c>Tell</c> without a sender finds on the current thread. Actors set it while they run; a test sets it
/// to its test actor, so that answers come to the test.
/// </summary>
internal static class ImplicitSender
{
    public static ActorCell? Current
    {
        get => ActorCell.Current;

        // Leaving goes back to the cell given, whichever was entered.
        set => ActorCell.Leave(value);
    }
}
