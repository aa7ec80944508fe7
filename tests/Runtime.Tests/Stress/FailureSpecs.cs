using Akka.Actor;

namespace Runtime.Tests.Stress;

/// <summary>Receivers that fail, wait or put messages aside lose none of them and keep their order.</summary>
public sealed class FailureSpecs : StressSpecs
{
    private const int Receivers = 4;
    private const int MessagesPerPair = 10_000;

    [Fact]
    public async Task A_receiver_that_is_restarted_misses_no_message()
    {
        var receivers = Spawn(seed => Props.Create(() => new Failing(seed, typeof(RestartMe))));

        await new Traffic(Sys, receivers, MessagesPerPair).RunAsync();
    }

    [Fact]
    public async Task A_receiver_that_awaits_and_fails_misses_no_message()
    {
        var receivers = Spawn(seed => Props.Create(() => new Awaiting(seed)));

        await new Traffic(Sys, receivers, MessagesPerPair).RunAsync();
    }

    [Fact]
    public async Task A_receiver_that_stashes_and_fails_misses_no_message()
    {
        var receivers = Spawn(seed => Props.Create(() => new Stashing(seed)));

        await new Traffic(Sys, receivers, MessagesPerPair).RunAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Receivers_suspended_by_their_supervisor_miss_no_message(bool allForOne)
    {
        var supervisor = Sys.ActorOf(Props.Create(() => new Supervisor(allForOne)));
        var receivers = await supervisor.Ask<IActorRef[]>(Receivers, Patience);

        await new Traffic(Sys, receivers, MessagesPerPair).RunAsync();
    }

    private IActorRef[] Spawn(Func<int, Props> propsOf) =>
        [.. Enumerable.Range(0, Receivers).Select(seed => Sys.ActorOf(propsOf(seed)))];

    private sealed class RestartMe : Exception;

    private sealed class ResumeMe : Exception;

    private sealed class EscalateMe : Exception;

    private sealed class Failing : ReceiveActor
    {
        private const int MessagesPerFailure = 200;

        public Failing(int seed, params Type[] failures)
        {
            var random = new Random(seed);
            var mustBeReplaced = false;
            Receive<Lane.Numbered>(message =>
            {
                if (mustBeReplaced)
                {
                    message.Lane.Complain($"message {message.Number} reached an instance that had failed");
                }

                message.Deliver();
                if (random.Next(MessagesPerFailure) == 0)
                {
                    var failure = failures[random.Next(failures.Length)];
                    mustBeReplaced = failure != typeof(ResumeMe);
                    throw (Exception)Activator.CreateInstance(failure)!;
                }
            });
        }
    }

    private sealed class Awaiting : ReceiveActor
    {
        private const int MessagesPerAwait = 20;
        private const int MessagesPerFailure = 300;

        public Awaiting(int seed)
        {
            var random = new Random(seed);
            ReceiveAsync<Lane.Numbered>(async message =>
            {
                if (random.Next(MessagesPerAwait) == 0)
                {
                    await Task.Run(() => { });
                }

                message.Deliver();
                if (random.Next(MessagesPerFailure) == 0)
                {
                    await Task.Yield();
                    throw new RestartMe();
                }
            });
        }
    }

    private sealed class Stashing : ReceiveActor, IWithUnboundedStash
    {
        private const int MessagesPerClosing = 2_000;
        private const int OpeningsPerFailure = 3;

        public Stashing(int seed)
        {
            var random = new Random(seed);
            Become(Open);

            void Open()
            {
                Receive<Lane.Numbered>(message =>
                {
                    message.Deliver();
                    if (random.Next(MessagesPerClosing) == 0)
                    {
                        Self.Tell(Reopen.Instance);
                        Become(Closed);
                    }
                });
            }

            void Closed()
            {
                Receive<Lane.Numbered>(_ => Stash.Stash());
                Receive<Reopen>(_ =>
                {
                    if (random.Next(OpeningsPerFailure) == 0)
                    {
                        // The restart empties the stash, and the new instance is open.
                        throw new RestartMe();
                    }

                    Become(Open);
                    Stash.UnstashAll();
                });
            }
        }

        public IStash Stash { get; set; } = null!;

        private sealed class Reopen
        {
            public static readonly Reopen Instance = new();
        }
    }

    /// <summary>Restarts its children, resumes them, or is restarted with them; it never stops them.</summary>
    private sealed class Supervisor : ReceiveActor
    {
        private readonly bool _allForOne;

        public Supervisor(bool allForOne)
        {
            _allForOne = allForOne;
            Receive<int>(count => Sender.Tell(
                Enumerable.Range(0, count)
                    .Select(seed => Props.Create(
                        () => new Failing(seed, typeof(RestartMe), typeof(ResumeMe), typeof(EscalateMe))))
                    .Select(props => Context.ActorOf(props))
                    .ToArray()));
        }

        protected override SupervisorStrategy SupervisorStrategy() =>
            _allForOne ? new AllForOneStrategy(Decide) : new OneForOneStrategy(Decide);

        protected override void PreRestart(Exception reason, object? message)
        {
            // The children live on, so that what they were told is not lost.
        }

        private static Directive Decide(Exception failure) => failure switch
        {
            ResumeMe => Directive.Resume,
            EscalateMe => Directive.Escalate,
            _ => Directive.Restart,
        };
    }
}
