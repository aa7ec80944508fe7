using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.Testing;

public class TestOutputSpecs
{
    private const string StaysEmpty = "In 1.5.74 nothing is written before the shutdown.";

    private readonly Lines _output = new();

    [BaselineFact(StaysEmpty)]
    public void What_the_system_logs_comes_out_with_the_test()
    {
        using var kit = new TestKit("akka.stdout-loglevel = OFF", _output);

        kit.Log.Warning("look at {0}", "this");
        kit.Log.Debug("not at this");

        kit.AwaitAssert(() => Assert.Contains(
            _output.All, line => line.EndsWith("look at this", StringComparison.Ordinal)));
        Assert.DoesNotContain(_output.All, line => line.Contains("not at this", StringComparison.Ordinal));
    }

    [BaselineFact(StaysEmpty)]
    public void The_log_of_another_system_has_its_prefix()
    {
        using var kit = new TwoSystems(_output);

        kit.Other.Log.Warning("look");

        kit.AwaitAssert(() => Assert.Contains(
            _output.All,
            line => line.StartsWith("other: ", StringComparison.Ordinal)
                && line.EndsWith("look", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_output_that_is_closed_harms_nobody()
    {
        using var kit = new TestKit("akka.stdout-loglevel = OFF", _output);
        _output.Closed = true;

        kit.Log.Warning("too late");

        kit.TestActor.Tell("still there", ActorRefs.NoSender);
        kit.ExpectMsg("still there");
    }

    [BundledOnlyFact("It logs a warning.")]
    public void A_system_that_does_not_end_with_its_test_is_an_error()
    {
        using var release = new ManualResetEventSlim();
        var kit = new TestKit("akka.test.timefactor = 0.02");
        kit.ActorOf(() => new Stuck(kit.TestActor, release)).Tell("wait");
        kit.ExpectMsg("waiting", TimeSpan.FromMinutes(5));

        Assert.Throws<TimeoutException>(kit.Dispose);

        release.Set();
    }

    private sealed class TwoSystems : TestKit
    {
        public TwoSystems(ITestOutputHelper output)
            : base("akka.stdout-loglevel = OFF", output)
        {
            Other = ActorSystem.Create("other", "akka.stdout-loglevel = OFF");
            InitializeLogger(Other, "other: ");
        }

        public ActorSystem Other { get; }

        protected override void AfterAll() => Shutdown(Other);
    }

    private sealed class Stuck : ReceiveActor
    {
        public Stuck(IActorRef test, ManualResetEventSlim release) => ReceiveAny(_ =>
        {
            test.Tell("waiting");
            release.Wait();
        });
    }

    private sealed class Lines : ITestOutputHelper
    {
        public ConcurrentQueue<string> All { get; } = [];

        public bool Closed { get; set; }

        public void WriteLine(string message)
        {
            if (Closed)
                throw new InvalidOperationException("There is no currently active test.");

            All.Enqueue(message);
        }

        public void WriteLine(string format, params object[] args) => WriteLine(string.Format(null, format, args));
    }
}
