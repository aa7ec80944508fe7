using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Tests.Tcp;

/// <summary>Prints nothing: what a server logs is read from the event stream.</summary>
internal sealed class SilentLogger : ReceiveActor
{
    public SilentLogger()
    {
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(_ => { });
    }
}
