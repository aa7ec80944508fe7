using ActorClient.Conversation;
using ActorClient.Hosting;
using Akka.Actor;

namespace ActorClient.Terminal;

/// <summary>
/// Runs one conversation and shows it on the console. Sets the program's exit code once the conversation has closed its
/// connection.
/// </summary>
internal sealed class ConsoleActor : ReceiveActor, IWithTimers
{
    /// <summary>How long something is waited for before a watching person is told what it is.</summary>
    internal static readonly TimeSpan SilenceBearable = TimeSpan.FromMilliseconds(500);

    private readonly ClientOptions _options;
    private readonly ClientConsole _console;
    private readonly Func<IActorRef, Props> _conversation;
    private readonly ProgramExit _exit;
    private int _exitCode = ExitCodes.Failed;

    /// <inheritdoc cref="PropsFor"/>
    public ConsoleActor(
        ClientOptions options, ClientConsole console, Func<IActorRef, Props> conversation, ProgramExit exit)
    {
        _options = options;
        _console = console;
        _conversation = conversation;
        _exit = exit;

        Receive<ClientProtocol.ServerAwaited>(_ => Tell(Wording.ServerAwaited(options)));
        Receive<ClientProtocol.Connected>(_ =>
        {
            if (options.Greeting)
                AnnounceWait(AwaitedStep.Greeting);
        });
        Receive<ClientProtocol.Greeted>(greeted =>
        {
            Timers.CancelAll();
            if (greeted.Letter != options.Message.Id)
                Tell(Wording.OtherLetter(greeted.Letter, options.Message.Id));
        });
        Receive<ClientProtocol.Sent>(sent =>
        {
            console.Out.WriteLine(sent.Message);
            AnnounceWait(AwaitedStep.Reply);
        });
        Receive<WaitIsLong>(wait => Tell(Wording.ContendersAwaited(wait.Awaited)));
        Receive<ClientProtocol.Finished>(finished => Show(finished.Outcome));
        Receive<Terminated>(_ => exit.TrySet(_exitCode));
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>An actor that starts the conversation as its child.</summary>
    /// <param name="options">What the conversation is about.</param>
    /// <param name="console">Where it is shown.</param>
    /// <param name="conversation">The conversation, given its observer.</param>
    /// <param name="exit">Told the exit code when all is over.</param>
    public static Props PropsFor(
        ClientOptions options, ClientConsole console, Func<IActorRef, Props> conversation, ProgramExit exit) =>
        Props.Create(() => new ConsoleActor(options, console, conversation, exit));

    /// <inheritdoc/>
    protected override void PreStart() => Context.Watch(Context.ActorOf(_conversation(Self), "conversation"));

    /// <summary>Where nothing can be shown, as on a full disk, there is nothing left to do.</summary>
    protected override void PostRestart(Exception reason) => _exit.TrySet(ExitCodes.Failed);

    /// <summary>A conversation that failed is not begun again: it may have sent its message.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(failure =>
    {
        Tell($"the conversation failed: {failure.Message}");
        return Directive.Stop;
    });

    private void AnnounceWait(AwaitedStep awaited)
    {
        if (_console.IsWatched)
            Timers.StartSingleTimer(nameof(WaitIsLong), new WaitIsLong(awaited), SilenceBearable);
    }

    private void Show(ClientOutcome outcome)
    {
        Timers.CancelAll();
        _exitCode = ExitCodes.Of(outcome);
        if (outcome is ClientOutcome.Replied { Reply: var reply })
            _console.Out.WriteLine(reply);
        else
            Tell(Wording.Failure(outcome, _options));
    }

    private void Tell(string line) => _console.Error.WriteLine(line);

    private sealed record WaitIsLong(AwaitedStep Awaited);
}
