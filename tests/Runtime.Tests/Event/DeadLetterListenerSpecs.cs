using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Events;

public sealed class DeadLetterListenerSpecs
{
    [Fact]
    public void Dead_letters_are_logged_with_their_type_and_recipient()
        => Run("akka.log-dead-letters = on", kit =>
        {
            var gone = kit.Gone();

            gone.Tell("lost");

            var logged = kit.ExpectLogged();
            Assert.Equal(gone.Path.ToString(), logged.LogSource);
            Assert.Contains("[String]", logged.Message.ToString(), StringComparison.Ordinal);
            Assert.Contains("lost", logged.Message.ToString(), StringComparison.Ordinal);
            Assert.Contains("[1] dead letters", logged.Message.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Dead_letters_beyond_the_configured_number_are_not_logged()
        => Run("akka.log-dead-letters = 2\nakka.log-dead-letters-suspend-duration = infinite", kit =>
        {
            var gone = kit.Gone();

            for (var i = 0; i < 3; i++)
                gone.Tell(i);

            Assert.DoesNotContain("no more", kit.ExpectLogged().Message.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("no more", kit.ExpectLogged().Message.ToString(), StringComparison.OrdinalIgnoreCase);
            kit.ExpectNoneLogged();
        });

    [Fact]
    public void Logging_goes_on_after_the_pause_and_says_how_many_were_missed()
        => Run("akka.log-dead-letters = 1\nakka.log-dead-letters-suspend-duration = 100ms", kit =>
        {
            var gone = kit.Gone();
            gone.Tell("logged");
            kit.ExpectLogged();

            // Until one is logged again: the pause is over then.
            kit.AwaitAssert(
                () =>
                {
                    gone.Tell("perhaps");
                    var logged = kit.ExpectLogged(TimeSpan.FromMilliseconds(20)).Message.ToString();
                    Assert.Contains("were not", logged, StringComparison.Ordinal);
                },
                TimeSpan.FromSeconds(10));

            gone.Tell("the first again");
            Assert.Contains("[1] dead letters", kit.ExpectLogged().Message.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void With_off_no_dead_letter_is_logged()
        => Run("akka.log-dead-letters = off", kit =>
        {
            kit.Gone().Tell("lost");

            kit.ExpectNoneLogged();
        });

    [Fact]
    public void A_message_marked_for_suppression_is_not_logged()
        => Run("akka.log-dead-letters = on", kit =>
        {
            var gone = kit.Gone();
            kit.Sys.EventStream.Subscribe<SuppressedDeadLetter>(kit.TestActor);

            gone.Tell(new Unimportant());
            gone.Tell("lost");

            Assert.IsType<Unimportant>(kit.ExpectMsg<SuppressedDeadLetter>().Message);
            Assert.Contains("lost", kit.ExpectLogged().Message.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Unhandled_messages_are_logged_unless_marked_for_suppression()
        => Run("akka.log-dead-letters = on", kit =>
        {
            var deaf = kit.Sys.ActorOf(Props.Create(() => new Deaf()));

            deaf.Tell(new Unimportant());
            deaf.Tell("ignored");

            Assert.Contains("ignored", kit.ExpectLogged().Message.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void Unhandled_messages_are_logged_at_debug_level_if_asked_for()
        => Run("akka.loglevel = DEBUG\nakka.actor.debug.unhandled = on", kit =>
        {
            var deaf = kit.Sys.ActorOf(Props.Create(() => new Deaf()));
            kit.Sys.EventStream.Subscribe<Debug>(kit.TestActor);

            deaf.Tell("ignored", kit.TestActor);

            var logged = kit.FishForMessage<Debug>(e => e.LogSource == deaf.Path.ToString());
            Assert.Contains("Unhandled message from", logged.Message.ToString(), StringComparison.Ordinal);
            Assert.Contains(kit.TestActor.Path.ToString(), logged.Message.ToString(), StringComparison.Ordinal);
            Assert.Contains("ignored", logged.Message.ToString(), StringComparison.Ordinal);
        });

    [Fact]
    public void A_dead_letter_says_what_it_was_from_whom_and_for_whom()
        => Run("", kit =>
        {
            var gone = kit.Gone();
            kit.Sys.EventStream.Subscribe<DeadLetter>(kit.TestActor);

            gone.Tell("lost", kit.TestActor);

            var letter = kit.ExpectMsg<DeadLetter>();
            Assert.Equal("lost", letter.Message);
            Assert.Equal(kit.TestActor, letter.Sender);
            Assert.Equal(gone.Path, letter.Recipient.Path);
        });

    private static void Run(string config, Action<Kit> test)
    {
        using var kit = new Kit(config);

        // Whoever answers is subscribed.
        kit.Sys.ActorSelection("/system/deadLetterListener").Tell(new Identify(null), kit.TestActor);
        kit.ExpectMsg<ActorIdentity>();
        test(kit);
    }

    private sealed class Kit : TestKit
    {
        private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

        private readonly Akka.TestKit.TestProbe _log;

        public Kit(string config) : base(config)
        {
            _log = CreateTestProbe();
            Sys.EventStream.Subscribe<Info>(_log);
        }

        /// <summary>An actor that has stopped.</summary>
        public IActorRef Gone()
        {
            var actor = Sys.ActorOf(Props.Create(() => new Deaf()));
            Watch(actor);
            Sys.Stop(actor);
            ExpectTerminated(actor);
            return actor;
        }

        public Info ExpectLogged(TimeSpan? timeout = null)
            => _log.ExpectMsg<Info>(
                e => e.Message.ToString()!.Contains("dead letters", StringComparison.Ordinal), timeout);

        public void ExpectNoneLogged() => _log.ExpectNoMsg(Quiet);
    }

    private sealed class Unimportant : IDeadLetterSuppression;

    private sealed class Deaf : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
