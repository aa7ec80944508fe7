using Akka.Actor;

namespace Runtime.Tests.Hosting;

/// <summary>Sends every message back.</summary>
public sealed class EchoActor : ReceiveActor
{
    public EchoActor() => ReceiveAny(message => Sender.Tell(message));
}
