using System.Diagnostics;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// A test's view of an actor system: a test actor whose messages the test takes and judges (<c>ExpectMsg</c> and its
/// kin), probes, log filters, and waits that know how much time is left.
/// </summary>
/// <remarks>
/// What the test tells without naming a sender comes from <see cref="TestActor"/>, unless the class is an
/// <see cref="INoImplicitSender"/>. Every method that waits has an <c>Async</c> twin: the one holds the calling thread,
/// the other gives it back. Timeouts given to the kit are multiplied by <see cref="TestKitSettings.TestTimeFactor"/>.
/// One test uses one kit from one thread of control at a time.
/// </remarks>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static int _testActors;

    private readonly ITestKitAssertions _assertions;
    private readonly MessageQueue _queue = new();
    private readonly ImplicitSender? _implicitSender;
    private MessageEnvelope _last = NullMessageEnvelope.Instance;

    /// <summary>Uses the system given, or makes one called "test" from <see cref="DefaultConfig"/>.</summary>
    /// <param name="assertions">How failures are reported.</param>
    /// <param name="system">The system; null: a new one.</param>
    /// <param name="testActorName">The test actor's name; null: <c>testActor</c> and a number.</param>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    /// <summary>Makes a system.</summary>
    /// <param name="assertions">How failures are reported.</param>
    /// <param name="setup">The system's setup; <see cref="DefaultConfig"/> stands behind its configuration.</param>
    /// <param name="actorSystemName">The system's name; null: "test".</param>
    /// <param name="testActorName">The test actor's name; null: <c>testActor</c> and a number.</param>
    protected TestKitBase(
        ITestKitAssertions assertions,
        ActorSystemSetup setup,
        string? actorSystemName = null,
        string? testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    /// <summary>Makes a system.</summary>
    /// <param name="assertions">How failures are reported.</param>
    /// <param name="config">The system's configuration; <see cref="DefaultConfig"/> stands behind it.</param>
    /// <param name="actorSystemName">The system's name; null: "test".</param>
    /// <param name="testActorName">The test actor's name; null: <c>testActor</c> and a number.</param>
    protected TestKitBase(
        ITestKitAssertions assertions,
        Config config,
        string? actorSystemName = null,
        string? testActorName = null)
        : this(assertions, null, TestSystem.SetupOf(config), actorSystemName, testActorName)
    {
    }

    /// <summary>Uses the system given, or makes one.</summary>
    /// <param name="assertions">How failures are reported.</param>
    /// <param name="system">The system; null: a new one.</param>
    /// <param name="config">The setup of a new system.</param>
    /// <param name="actorSystemName">The name of a new system; null: "test".</param>
    /// <param name="testActorName">The test actor's name; null: <c>testActor</c> and a number.</param>
    protected TestKitBase(
        ITestKitAssertions assertions,
        ActorSystem? system,
        ActorSystemSetup config,
        string? actorSystemName,
        string? testActorName)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        _assertions = assertions;
        Sys = system is null
            ? TestSystem.Create(actorSystemName ?? "test", config)
            : TestSystem.Prepare(system);
        TestKitSettings = TestKitExtension.For(Sys);
        Log = Logging.GetLogger(Sys, GetType());

        var context = StartTestActor(testActorName ?? $"testActor{Interlocked.Increment(ref _testActors)}");
        TestActor = context.Self;
        if (this is not TestProbe)
            _implicitSender = ImplicitSender.Enter(this is INoImplicitSender ? null : (ActorCell)context);
    }

    /// <summary>What every test system is configured with, behind the test's own configuration.</summary>
    public static Config DefaultConfig => TestSystem.DefaultConfig;

    /// <summary>
    /// Logs everything: level DEBUG, messages received, lifecycle, subscriptions, unhandled messages, dead letters.
    /// </summary>
    public static Config FullDebugConfig => TestSystem.FullDebugConfig;

    /// <summary>The time, of a clock that never goes back. Only differences mean something.</summary>
    public static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>The system under test.</summary>
    public ActorSystem Sys { get; }

    /// <summary>The settings under <c>akka.test</c>.</summary>
    public TestKitSettings TestKitSettings { get; }

    /// <summary>A logger whose source is the test.</summary>
    public ILoggingAdapter Log { get; }

    /// <summary>
    /// The actor whose messages the expectations look at. It is a system actor: it outlives the user actors when the
    /// system terminates.
    /// </summary>
    public IActorRef TestActor { get; }

    /// <summary>The message last taken.</summary>
    /// <exception cref="IllegalActorStateException">None was, or the last wait for one was in vain.</exception>
    public object LastMessage => _last.Message;

    /// <summary>The sender of the message last taken: the system's dead letters if it had none.</summary>
    /// <exception cref="IllegalActorStateException">None was, or the last wait for one was in vain.</exception>
    public IActorRef LastSender => _last.Sender;

    /// <summary>Looks at what <see cref="Sys"/> logs.</summary>
    public EventFilterFactory EventFilter => CreateEventFilter(Sys);

    /// <summary>Whether a message waits to be taken.</summary>
    public bool HasMessages => !_queue.IsEmpty;

    /// <summary>A probe: an actor of its own whose messages the test takes and judges apart.</summary>
    /// <param name="name">The name of the probe's actor; null: <c>testActor</c> and a number.</param>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(Sys, name);

    /// <summary>A probe in another system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="name">The name of the probe's actor; null: <c>testActor</c> and a number.</param>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) =>
        new(system, _assertions, name);

    /// <summary>Looks at what a system logs. <see cref="TestEventListener"/> must be one of its loggers.</summary>
    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, _assertions, system, []);

    // Fails the test. Never returns, but the compiler does not know: write "throw Failed(...)".
    private InvalidOperationException Failed(FailureText failure)
    {
        _assertions.Fail("{0}", failure);
        return new InvalidOperationException($"{_assertions.GetType()}.Fail must throw. It was told: {failure}");
    }

    private IActorContext StartTestActor(string name)
    {
        var started = new TaskCompletionSource<IActorContext>(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = _queue;
        TestSystem.StartSystemActor(
            Sys,
            Props.Create(() => new InternalTestActor(queue, started)).WithDispatcher("akka.test.test-actor.dispatcher"),
            name);
        var timeout = Dilated(TestKitSettings.DefaultTimeout);
        if (!Waiting.Blocking.For(started.Task, timeout).Synchronously())
            throw new TimeoutException($"Test actor {name} did not start within {Describe.Time(timeout)}.");

        return started.Task.Result;
    }
}
