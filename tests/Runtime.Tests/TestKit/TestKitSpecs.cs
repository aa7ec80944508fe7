using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Testing;

public class TestKitSpecs : TestKit
{
    public TestKitSpecs()
        : base(ConfigurationFactory.ParseString("""
            akka.test.timefactor = 2
            akka.test.single-expect-default = 4s
            my-own = here
            """), "named")
    {
    }

    [Fact]
    public void The_system_has_the_name_and_the_configuration_given()
    {
        Assert.Equal("named", Sys.Name);
        Assert.Equal("here", Sys.Settings.Config.GetString("my-own"));
    }

    [Fact]
    public void What_is_not_configured_has_its_default()
    {
        Assert.Equal(TimeSpan.FromSeconds(5), TestKitSettings.DefaultTimeout);
        Assert.Equal(TimeSpan.FromSeconds(3), TestKitSettings.TestEventFilterLeeway);
    }

    [Fact]
    public void Times_are_dilated_by_the_factor()
    {
        Assert.Equal(2, TestKitSettings.TestTimeFactor);
        Assert.Equal(TimeSpan.FromSeconds(2), Dilated(TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(2), RemainingOrDilated(TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(8), RemainingOrDilated(null));
        Assert.Equal(TimeSpan.FromSeconds(4), GetTimeoutOrDefault(null));
        Assert.ThrowsAny<ArgumentException>(() => Dilated(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void What_a_test_tells_comes_from_its_test_actor()
    {
        var echo = Sys.ActorOf<Echo>();

        echo.Tell("ping");

        ExpectMsgFrom(echo, "ping");
    }

    [Fact]
    public async Task What_a_test_tells_comes_from_its_test_actor_after_an_await_too()
    {
        var echo = Sys.ActorOf<Echo>();
        await Task.Yield();

        echo.Tell("ping");

        await ExpectMsgAsync("ping");
    }

    [Fact]
    public void What_a_test_tells_comes_from_its_test_actor_on_another_thread_that_it_goes_on_with()
    {
        var echo = Sys.ActorOf<Echo>();
        using var told = new ManualResetEventSlim();

        // What an await does. As this thread waits, another has to go on.
        SynchronizationContext.Current!.Post(
            _ =>
            {
                echo.Tell("ping");
                told.Set();
            },
            null);
        told.Wait();

        ExpectMsg("ping");
    }

    [Fact]
    public void Making_a_probe_does_not_make_it_the_sender()
    {
        var probe = CreateTestProbe();

        probe.Ref.Tell("ping");

        probe.ExpectMsgFrom(TestActor, "ping");
    }

    [Fact]
    public void Actors_are_made_by_type_by_factory_and_by_props()
    {
        var number = 42;

        ActorOf<Echo>().Tell("type");
        ExpectMsg("type");
        ActorOf<Echo>("named").Tell("named");
        ExpectMsg("named");
        ActorOf(() => new Answer(number)).Tell("factory");
        ExpectMsg(42);
        ActorOf(() => new Answer(number), "also-named").Tell("factory");
        ExpectMsg(42);
        ActorOf(Props.Create<Echo>()).Tell("props");
        ExpectMsg("props");
        ActorSelection("/user/named").Tell("selection");
        ExpectMsg("selection");
    }

    [Fact]
    public void The_test_actor_outlives_the_user_actors()
    {
        var actor = Watch(ActorOf<Echo>());

        Sys.Terminate();

        ExpectTerminated(actor);
    }

    [Fact]
    public void Shutdown_terminates_the_system()
    {
        Shutdown();

        Assert.True(Sys.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_system_that_does_not_terminate_is_an_error_if_asked_for()
    {
        using var release = new ManualResetEventSlim();
        var stuck = ActorOf(() => new Stuck(TestActor, release));
        stuck.Tell("wait");
        ExpectMsg("waiting");

        Assert.Throws<TimeoutException>(() => Shutdown(TimeSpan.FromMilliseconds(100), verifySystemShutdown: true));

        release.Set();
    }

    private sealed class Echo : ReceiveActor
    {
        public Echo() => ReceiveAny(message => Sender.Tell(message));
    }

    private sealed class Answer : ReceiveActor
    {
        public Answer(int number) => ReceiveAny(_ => Sender.Tell(number));
    }

    private sealed class Stuck : ReceiveActor
    {
        public Stuck(IActorRef test, ManualResetEventSlim release) => ReceiveAny(_ =>
        {
            test.Tell("waiting");
            release.Wait();
        });
    }
}
