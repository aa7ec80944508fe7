using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Actors;

public sealed class ActorSystemSpecs
{
    private const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF }";

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("a_b")]
    public void A_name_of_other_characters_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => ActorSystem.Create(name));

    [Fact]
    public async Task The_configuration_stands_above_the_defaults()
    {
        await Run(
            ActorSystem.Create("configured", ConfigurationFactory.ParseString(Quiet + "\nmine = 5")),
            system =>
            {
                Assert.Equal("OFF", system.Settings.Config.GetString("akka.loglevel"));
                Assert.Equal(5, system.Settings.Config.GetInt("mine"));
                Assert.Equal("Dispatcher", system.Settings.Config.GetString("akka.actor.default-dispatcher.type"));
                Assert.Equal("OFF", system.Settings.LogLevel);
            });
    }

    [Fact]
    public async Task A_bootstrap_setup_carries_the_configuration()
    {
        var setup = BootstrapSetup.Create().WithConfig(Quiet + "\na = 1").WithConfigFallback("a = 2, b = 2");

        await Run(ActorSystem.Create("bootstrapped", setup), system =>
        {
            Assert.Equal(1, system.Settings.Config.GetInt("a"));
            Assert.Equal(2, system.Settings.Config.GetInt("b"));
        });
    }

    [Fact]
    public async Task Setups_can_be_found_again()
    {
        var setup = ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(Quiet), new Wish("tea"));

        await Run(ActorSystem.Create("with-setups", setup), system =>
        {
            Assert.Equal("tea", system.Settings.Setup.Get<Wish>().Value.Drink);
            Assert.False(ActorSystemSetup.Empty.Get<Wish>().HasValue);
        });
    }

    [Fact]
    public async Task An_extensions_defaults_go_below_the_users_configuration()
    {
        await Run(ActorSystem.Create("fallback", Quiet + "\na = 1"), system =>
        {
            system.Settings.InjectTopLevelFallback("a = 2, b = 2");

            Assert.Equal(1, system.Settings.Config.GetInt("a"));
            Assert.Equal(2, system.Settings.Config.GetInt("b"));
        });
    }

    [Fact]
    public async Task Termination_stops_every_actor()
    {
        var stopped = new TaskCompletionSource();
        var system = ActorSystem.Create("ending", Quiet);
        var actor = system.ActorOf(Props.Create(() => new TellsItsEnd(stopped)));
        await actor.Ask<ActorIdentity>(new Identify(1), Enough);

        await system.Terminate().WaitAsync(Enough);

        Assert.True(stopped.Task.IsCompleted);
        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task No_actor_is_created_after_termination()
    {
        var system = ActorSystem.Create("ended", Quiet);
        await system.Terminate().WaitAsync(Enough);

        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Empty));
    }

    [Fact]
    public async Task An_actor_created_during_termination_is_refused_or_stopped()
    {
        for (var round = 0; round < 20; round++)
        {
            var alive = new StrongBox<int>();
            var system = ActorSystem.Create("ending-while-creating", Quiet);
            system.ActorOf(Props.Create(() => new Counted(alive)));
            var creating = Task.Run(() =>
            {
                while (true)
                {
                    system.ActorOf(Props.Create(() => new Counted(alive)));
                }
            });

            await system.Terminate().WaitAsync(Enough);

            await Assert.ThrowsAsync<InvalidOperationException>(() => creating);
            Assert.Equal(0, alive.Value);
        }
    }

    [BundledOnlyFact("The error comes inside a TargetInvocationException.")]
    public void A_wrong_configuration_is_told_when_the_system_is_created()
    {
        Assert.Throws<ConfigurationException>(
            () => ActorSystem.Create("wrong", Quiet + "\nakka.actor.internal-dispatcher.type = Nonsense"));
        Assert.Throws<ConfigurationException>(
            () => ActorSystem.Create("wrong", Quiet + "\nakka.actor.guardian-supervisor-strategy = Nonsense"));
    }

    [Fact]
    public async Task Terminating_twice_is_terminating_once()
    {
        var system = ActorSystem.Create("ending-twice", Quiet);

        var (first, second) = (system.Terminate(), system.Terminate());

        await Task.WhenAll(first, second).WaitAsync(Enough);
    }

    [Fact]
    public async Task Termination_callbacks_run_with_the_last_registered_first()
    {
        var order = new List<string>();
        var done = new TaskCompletionSource();
        var system = ActorSystem.Create("with-callbacks", Quiet);
        system.RegisterOnTermination(done.SetResult);
        system.RegisterOnTermination(() => order.Add("registered first"));
        system.RegisterOnTermination(() => order.Add("registered last"));

        // In 1.5.30 the termination itself waits for the callback that was registered last and for no other.
        await system.Terminate().WaitAsync(Enough);
        await done.Task.WaitAsync(Enough);

        Assert.Equal(["registered last", "registered first"], order);
        Assert.Throws<InvalidOperationException>(() => system.RegisterOnTermination(() => { }));
    }

    [Fact]
    public async Task Actors_of_the_system_outlive_those_of_users()
    {
        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var system = (ExtendedActorSystem)ActorSystem.Create("layered", Quiet);
        var lower = system.SystemActorOf(Props.Create(() => new NotesItsEnd(order, "system")), "lower");
        var upper = system.ActorOf(Props.Create(() => new NotesItsEnd(order, "user")), "upper");
        await upper.Ask<ActorIdentity>(new Identify(1), Enough);
        await lower.Ask<ActorIdentity>(new Identify(1), Enough);
        Assert.Equal("/system/lower", lower.Path.ToStringWithoutAddress());

        await system.Terminate().WaitAsync(Enough);

        Assert.Equal(["user", "system"], order);
    }

    [Fact]
    public async Task The_guardian_restarts_failed_actors_unless_configured_otherwise()
    {
        await Run(ActorSystem.Create("restarting", Quiet), async system =>
        {
            var actor = system.ActorOf(Props.Create(() => new Failing()));
            actor.Tell("fail");
            Assert.Equal(actor, (await actor.Ask<ActorIdentity>(new Identify(1), Enough)).Subject);
        });
        await Run(
            ActorSystem.Create(
                "stopping",
                Quiet + "\nakka.actor.guardian-supervisor-strategy = \"Akka.Actor.StoppingSupervisorStrategy\""),
            async system =>
            {
                var actor = system.ActorOf(Props.Create(() => new Failing()));
                actor.Tell("fail");
                Assert.Null((await actor.Ask<ActorIdentity>(new Identify(1), Enough)).Subject);
            });
    }

    [Fact]
    public void Actors_are_not_made_with_new() => Assert.Throws<ActorInitializationException>(() => new Failing());

    [Fact]
    public async Task Uptime_grows()
    {
        await Run(ActorSystem.Create("timed", Quiet), system =>
        {
            var before = system.Uptime;
            Assert.True(SpinWait.SpinUntil(() => system.Uptime > before, Enough));
        });
    }

    private static async Task Run(ActorSystem system, Action<ActorSystem> body) => await Run(system, s =>
    {
        body(s);
        return Task.CompletedTask;
    });

    private static async Task Run(ActorSystem system, Func<ActorSystem, Task> body)
    {
        try
        {
            await body(system);
        }
        finally
        {
            await system.Terminate().WaitAsync(Enough);
        }
    }

    private sealed class Wish(string drink) : Setup
    {
        public string Drink { get; } = drink;
    }

    private sealed class TellsItsEnd : UntypedActor
    {
        private readonly TaskCompletionSource _stopped;

        public TellsItsEnd(TaskCompletionSource stopped) => _stopped = stopped;

        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => _stopped.SetResult();
    }

    private sealed class NotesItsEnd : UntypedActor
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _notes;
        private readonly string _name;

        public NotesItsEnd(System.Collections.Concurrent.ConcurrentQueue<string> notes, string name)
        {
            _notes = notes;
            _name = name;
        }

        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => _notes.Enqueue(_name);
    }

    /// <summary>Counts itself while it lives.</summary>
    private sealed class Counted : UntypedActor
    {
        private readonly StrongBox<int> _alive;

        public Counted(StrongBox<int> alive)
        {
            _alive = alive;
            Interlocked.Increment(ref alive.Value);
        }

        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => Interlocked.Decrement(ref _alive.Value);
    }

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException("on purpose");
    }
}
