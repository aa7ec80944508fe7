using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class ReceiveActorSpecs : TestKit
{
    [Fact]
    public void The_handler_of_a_messages_type_gets_it()
    {
        var actor = Declare(a =>
        {
            a.On<string>(text => TestActor.Tell($"string {text}"));
            a.On<int>(number => TestActor.Tell($"int {number}"));
        });

        actor.Tell(1);
        actor.Tell("a");

        ExpectMsg("int 1");
        ExpectMsg("string a");
    }

    [Fact]
    public void Only_the_first_handler_that_fits_gets_a_message()
    {
        var actor = Declare(a =>
        {
            a.On<ArgumentException>(_ => TestActor.Tell("first"));
            a.On<ArgumentNullException>(_ => TestActor.Tell("second"));
        });

        actor.Tell(new ArgumentNullException());
        actor.Tell(new ArgumentException());

        ExpectMsg("first");
        ExpectMsg("first");
    }

    [Fact]
    public void A_handler_takes_derived_types_and_implementations()
    {
        var actor = Declare(a =>
        {
            a.On<ArgumentException>(_ => TestActor.Tell("argument"));
            a.On<IDisposable>(_ => TestActor.Tell("disposable"));
        });

        actor.Tell(new ArgumentNullException());
        actor.Tell(new MemoryStream());

        ExpectMsg("argument");
        ExpectMsg("disposable");
    }

    [Fact]
    public void A_predicate_decides_whether_a_handler_takes_a_message()
    {
        var actor = Declare(a =>
        {
            a.OnIf<int>(number => number < 0, _ => TestActor.Tell("negative"));
            a.On<int>(_ => TestActor.Tell("other"));
        });

        actor.Tell(-1);
        actor.Tell(1);

        ExpectMsg("negative");
        ExpectMsg("other");
    }

    [Fact]
    public void A_handler_may_decline_a_message()
    {
        var actor = Declare(a =>
        {
            a.OnTry<int>(number => number < 0);
            a.On<int>(number => TestActor.Tell(number));
        });

        actor.Tell(-1);
        actor.Tell(1);

        ExpectMsg(1);
    }

    [Fact]
    public void A_handler_can_be_declared_for_a_type_object()
    {
        // Of this test alone: 1.5.30 takes handlers declared so for those of Receive<T>, in any later actor of the process.
        var actor = Declare(a => a.OnType(typeof(Ticket), ticket => TestActor.Tell($"got {ticket}")));

        actor.Tell(1);
        actor.Tell(new Ticket(2));

        ExpectMsg("got Ticket { Number = 2 }");
    }

    [Fact]
    public void ReceiveAny_gets_what_no_other_handler_takes()
    {
        var actor = Declare(a =>
        {
            a.On<string>(_ => TestActor.Tell("string"));
            a.OnAny(_ => TestActor.Tell("any"));
        });

        actor.Tell(1);
        actor.Tell("a");

        ExpectMsg("any");
        ExpectMsg("string");
    }

    [Fact]
    public void A_message_that_no_handler_takes_is_published_as_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Declare(a => a.On<string>(_ => { }));

        actor.Tell(17, TestActor);

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal(17, unhandled.Message);
        Assert.Equal(TestActor, unhandled.Sender);
        Assert.Equal(actor, unhandled.Recipient);
    }

    [Fact]
    public void No_handler_can_follow_ReceiveAny() =>
        AssertFailsToStart<InvalidOperationException>(a =>
        {
            a.OnAny(_ => { });
            a.On<string>(_ => { });
        });

    [Fact]
    public void No_handler_can_follow_one_for_every_object() =>
        AssertFailsToStart<InvalidOperationException>(a =>
        {
            a.On<object>(_ => { });
            a.On<string>(_ => { });
        });

    [Fact]
    public void Handlers_are_declared_in_the_constructor_and_in_Become_only()
    {
        var actor = Declare(a => a.On<string>(_ =>
        {
            try
            {
                a.On<int>(_ => { });
            }
            catch (InvalidOperationException error)
            {
                TestActor.Tell(error);
            }
        }));

        actor.Tell("now");

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Become_replaces_the_handlers_from_the_next_message_on()
    {
        var actor = Declare(a => a.On<string>(first =>
        {
            a.Switch(() => a.On<string>(second => TestActor.Tell($"second {second}")));
            TestActor.Tell($"first {first}");
        }));

        actor.Tell("a");
        actor.Tell("b");

        ExpectMsg("first a");
        ExpectMsg("second b");
    }

    [Fact]
    public void Stacked_behaviours_can_be_taken_off_again()
    {
        var actor = Declare(a =>
        {
            a.OnIf<string>(text => text == "down", _ => a.SwitchStacked(() =>
            {
                a.OnIf<string>(text => text == "up", _ => a.SwitchBack());
                a.On<string>(text => TestActor.Tell($"below {text}"));
            }));
            a.On<string>(text => TestActor.Tell($"above {text}"));
        });

        foreach (var text in new[] { "1", "down", "2", "down", "up", "3", "up" })
        {
            actor.Tell(text);
        }

        ExpectMsg("above 1");
        ExpectMsg("below 2");
        ExpectMsg("below down");
        ExpectMsg("above 3");
        ExpectMsg("above up");
    }

    [Fact]
    public void A_restarted_actor_has_its_first_behaviour_again()
    {
        var actor = Declare(a =>
        {
            a.OnIf<string>(text => text == "switch", _ => a.Switch(() =>
            {
                a.OnIf<string>(text => text == "fail", _ => throw new InvalidOperationException("on purpose"));
                a.On<string>(text => TestActor.Tell($"second {text}"));
            }));
            a.On<string>(text => TestActor.Tell($"first {text}"));
        });

        foreach (var text in new[] { "switch", "1", "fail", "2" })
        {
            actor.Tell(text);
        }

        ExpectMsg("second 1");
        ExpectMsg("first 2");
    }

    private IActorRef Declare(Action<Declared> declare) => Sys.ActorOf(Props.Create(() => new Declared(declare)));

    private void AssertFailsToStart<TCause>(Action<Declared> declare)
        where TCause : Exception
    {
        Exception? cause = null;
        var actor = Watch(Declare(a =>
        {
            try
            {
                declare(a);
            }
            catch (Exception error)
            {
                cause = error;
                throw;
            }
        }));

        ExpectTerminated(actor);
        Assert.IsType<TCause>(cause);
    }

    private sealed record Ticket(int Number);

    /// <summary>Lets a test declare the handlers.</summary>
    private sealed class Declared : ReceiveActor
    {
        public Declared(Action<Declared> declare) => declare(this);

        public void On<T>(Action<T> handler) => Receive(handler);

        public void OnIf<T>(Predicate<T> predicate, Action<T> handler) => Receive(handler, predicate);

        public void OnTry<T>(Func<T, bool> handler) => Receive(handler);

        public void OnType(Type type, Action<object> handler) => Receive(type, handler);

        public void OnAny(Action<object> handler) => ReceiveAny(handler);

        public void Switch(Action configure) => Become(configure);

        public void SwitchStacked(Action configure) => BecomeStacked(configure);

        public void SwitchBack() => UnbecomeStacked();
    }
}
