using ActorArbiter.Protocol;
using ActorClient;
using ActorClient.Conversation;
using ActorClient.Hosting;
using ActorClient.Terminal;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Client.Terminal;

public sealed class ConsoleActorSpecs : TestKit
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly ProgramExit _exit = new();

    public ConsoleActorSpecs()
        : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
    }

    [Fact]
    public async Task Standard_output_is_the_message_and_the_reply()
    {
        var code = await Run(
            new ClientProtocol.ServerAwaited(),
            new ClientProtocol.Connected(),
            new ClientProtocol.Greeted(ContenderId.Parse("Y")),
            new ClientProtocol.Sent(new ClientMessage(ContenderId.Parse("Y"), "Alice")),
            new ClientProtocol.Finished(new ClientOutcome.Replied("X: Bob received before Y: Alice")));

        Assert.Equal(ExitCodes.Replied, code);
        Assert.Equal(Lines("Client Y: Alice", "X: Bob received before Y: Alice"), _out.ToString());
        Assert.Equal(
            Lines("waiting for 127.0.0.1:12000 ...", "the server calls this client Y, not X"), _error.ToString());
    }

    [Fact]
    public async Task A_greeting_with_the_letter_wished_for_is_no_news()
    {
        await Run(new ClientProtocol.Greeted(ContenderId.Parse("X")), Lost);

        Assert.Single(_error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_failure_is_one_line_on_standard_error()
    {
        var code = await Run(Lost);

        Assert.Equal(ExitCodes.ConnectionLost, code);
        Assert.Equal("", _out.ToString());
        Assert.Equal(Lines("connection to 127.0.0.1:12000 lost before the reply: reset"), _error.ToString());
    }

    [Fact]
    public void A_watching_person_is_told_what_a_long_wait_is_for()
    {
        var (console, observer) = Start(isWatched: true);
        Tell(console, observer, new ClientProtocol.Sent(Conversations.WithServer().Message));

        ((TestScheduler)Sys.Scheduler).Advance(ConsoleActor.SilenceBearable);

        AwaitAssert(() => Assert.Equal(
            Lines("sent; waiting for the other contenders' messages ..."), _error.ToString()));
    }

    [Fact]
    public async Task A_quick_reply_is_not_announced()
    {
        var code = await Run(
            isWatched: true,
            new ClientProtocol.Sent(Conversations.WithServer().Message),
            new ClientProtocol.Finished(new ClientOutcome.Replied("X: Alice")));
        ((TestScheduler)Sys.Scheduler).Advance(ConsoleActor.SilenceBearable);

        Assert.Equal(ExitCodes.Replied, code);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task A_conversation_that_fails_is_not_begun_again()
    {
        var starts = 0;
        Sys.ActorOf(ConsoleActor.PropsFor(
            Conversations.WithServer(),
            Console(isWatched: false),
            _ =>
            {
                starts++;
                return Props.Create(() => new Broken());
            },
            _exit));

        Assert.Equal(ExitCodes.Failed, await ExitCode());
        Assert.Equal(1, starts);
    }

    [Fact]
    public async Task An_output_that_takes_nothing_ends_the_program()
    {
        _out.Dispose();

        var code = await Run(new ClientProtocol.Sent(Conversations.WithServer().Message));

        Assert.Equal(ExitCodes.Failed, code);
    }

    private static ClientProtocol.Finished Lost => new(new ClientOutcome.ConnectionLost("reset"));

    private static string Lines(params string[] lines) =>
        string.Concat(lines.Select(line => line + Environment.NewLine));

    private Task<int> Run(params object[] events) => Run(isWatched: false, events);

    private Task<int> Run(bool isWatched, params object[] events)
    {
        var (console, observer) = Start(isWatched);
        Tell(console, observer, events);
        Sys.Stop(observer);
        return ExitCode();
    }

    private (IActorRef Console, IActorRef Conversation) Start(bool isWatched)
    {
        var conversation = new TaskCompletionSource<IActorRef>();
        var console = Sys.ActorOf(ConsoleActor.PropsFor(
            Conversations.WithServer(), Console(isWatched), _ => Props.Create(() => new Silent(conversation)), _exit));
        Assert.True(conversation.Task.Wait(TimeSpan.FromSeconds(10)));
        return (console, conversation.Task.Result);
    }

    /// <summary>Tells the events, and returns when they were read.</summary>
    private void Tell(IActorRef console, IActorRef conversation, params object[] events)
    {
        foreach (var message in events)
            console.Tell(message, conversation);
        console.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    private ClientConsole Console(bool isWatched) => new(TextReader.Null, _out, _error, CanAsk: false, isWatched);

    private Task<int> ExitCode() => _exit.Code.WaitAsync(TimeSpan.FromSeconds(10));

    private sealed class Silent : UntypedActor
    {
        public Silent(TaskCompletionSource<IActorRef> started) => started.SetResult(Self);

        protected override void OnReceive(object message) => Unhandled(message);
    }

    private sealed class Broken : UntypedActor
    {
        protected override void PreStart() => throw new InvalidOperationException("broken on purpose");

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
