using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>Told to a listener by its acceptor: what it waited for is there.</summary>
internal sealed class AcceptFinished : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    public static readonly AcceptFinished Instance = new();
}
