using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class AskSpecs : TestKit
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    private readonly IActorRef _answering;

    public AskSpecs() => _answering = Sys.ActorOf(Props.Create(() => new Answering()));

    [Fact]
    public async Task The_first_message_to_the_sender_is_the_answer() =>
        Assert.Equal("echo a", await _answering.Ask<string>("a", Enough));

    [Fact]
    public async Task The_answer_may_be_of_any_type() =>
        Assert.Equal("echo a", await _answering.Ask("a", Enough));

    [Fact]
    public async Task An_answer_of_another_type_is_an_error() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _answering.Ask<int>("a", Enough));

    [Fact]
    public async Task A_failure_is_thrown() =>
        await Assert.ThrowsAsync<KeyNotFoundException>(
            () => _answering.Ask<string>(new Status.Failure(new KeyNotFoundException()), Enough));

    [Fact]
    public async Task A_failure_that_was_asked_for_is_an_answer() =>
        Assert.IsType<Status.Failure>(await _answering.Ask<Status.Failure>(new Status.Failure(new KeyNotFoundException()), Enough));

    [Fact]
    public async Task Without_an_answer_the_time_runs_out() =>
        await Assert.ThrowsAsync<AskTimeoutException>(
            () => _answering.Ask<string>(Answering.Silence, TimeSpan.FromMilliseconds(20)));

    [Fact]
    public async Task A_token_cancels_the_waiting()
    {
        using var source = new CancellationTokenSource();
        var answer = _answering.Ask<string>(Answering.Silence, source.Token);

        source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task The_question_can_carry_whom_to_answer()
    {
        var answer = await _answering.Ask<string>(
            me => new Answering.AnswerTo(me, "there"),
            Enough,
            CancellationToken.None);

        Assert.Equal("there", answer);
    }

    [Fact]
    public async Task A_dead_actor_does_not_answer()
    {
        var dead = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        await Assert.ThrowsAsync<AskTimeoutException>(() => dead.Ask<string>("x", TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task The_identity_of_a_dead_actor_is_nobody()
    {
        var dead = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        Assert.Null((await dead.Ask<ActorIdentity>(new Identify(1), Enough)).Subject);
    }

    [Fact]
    public async Task A_second_answer_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        await _answering.Ask<string>(Answering.Twice, Enough);

        Assert.Equal("second", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task The_configured_timeout_holds_where_none_is_named()
    {
        var system = ActorSystem.Create("impatient", "akka.actor.ask-timeout = 20ms");
        try
        {
            await Assert.ThrowsAsync<AskTimeoutException>(() => system.ActorOf(Props.Empty).Ask("x"));
        }
        finally
        {
            await system.Terminate();
        }
    }

    [Fact]
    public async Task A_selection_can_be_asked() =>
        Assert.Equal("echo a", await Sys.ActorSelection(_answering.Path).Ask<string>("a", Enough));

    [Fact]
    public void An_actor_can_ask()
    {
        var asking = Sys.ActorOf(Props.Create(() => new Asking(_answering, TestActor)));

        asking.Tell("a");

        ExpectMsg("echo a");
    }

    [Fact]
    public async Task Many_questions_at_once_get_their_own_answers()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 1000).Select(number => _answering.Ask<string>($"{number}", Enough)));

        Assert.Equal(Enumerable.Range(0, 1000).Select(number => $"echo {number}"), answers);
    }

    private sealed class Answering : ReceiveActor
    {
        public const string Silence = "silence";
        public const string Twice = "twice";

        public Answering()
        {
            Receive<string>(text => text == Silence, _ => { });
            Receive<string>(text => text == Twice, _ =>
            {
                Sender.Tell("first");
                Sender.Tell("second");
            });
            Receive<string>(text => Sender.Tell($"echo {text}"));
            Receive<AnswerTo>(question => question.Target.Tell(question.Answer));
            ReceiveAny(message => Sender.Tell(message));
        }

        public sealed record AnswerTo(IActorRef Target, string Answer);
    }

    private sealed class Asking : ReceiveActor
    {
        public Asking(IActorRef answering, IActorRef report) =>
            ReceiveAsync<string>(async text => report.Tell(await answering.Ask<string>(text, Enough)));
    }
}
