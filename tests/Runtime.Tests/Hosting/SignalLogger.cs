using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Dispatch;
using Akka.Event;

namespace Runtime.Tests.Hosting;

/// <summary>A logger that hands the first warning to its <see cref="SignalSetup"/>.</summary>
public sealed class SignalLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    public SignalLogger()
    {
        var setup = Context.System.Settings.Setup.Get<SignalSetup>().Value!;
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<Warning>(warning => setup.Received.TrySetResult(warning));
        ReceiveAny(_ => { });
    }
}

public sealed class SignalSetup : Setup
{
    public SignalSetup(TaskCompletionSource<LogEvent> received) => Received = received;

    public TaskCompletionSource<LogEvent> Received { get; }
}
