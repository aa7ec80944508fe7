using Akka.Actor;

namespace Akka.TestKit;

/// <summary>
/// An actor that a test plays: the code under test gets it as a reference, the test takes its messages with the
/// expectations of <see cref="TestKitBase"/> and answers in its name.
/// </summary>
public partial class TestProbe : TestKitBase, INoImplicitSender
{
    /// <param name="system">The system the probe's actor runs in.</param>
    /// <param name="assertions">How failures are reported.</param>
    /// <param name="testProbeName">The name of its actor; null: <c>testActor</c> and a number.</param>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null)
        : base(assertions, system, testProbeName)
    {
    }

    /// <summary>The probe's actor.</summary>
    public IActorRef Ref => TestActor;

    /// <summary>The sender of the message last taken: who <see cref="Reply"/> answers.</summary>
    /// <exception cref="IllegalActorStateException">None was taken.</exception>
    public IActorRef Sender => LastSender;

    /// <summary>Tells an actor a message that comes from the probe.</summary>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Answers the message last taken.</summary>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Passes the message last taken on; it still comes from who told it.</summary>
    public void Forward(IActorRef actor) => Forward(actor, LastMessage);

    /// <summary>Tells an actor a message that comes from the sender of the message last taken.</summary>
    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    /// <summary>Not available: probes are made by a test kit.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [Obsolete("A probe makes no probes. Call CreateTestProbe of the test kit.", true)]
#pragma warning disable CS0809 // The base's is not obsolete: only calling it on a probe is wrong.
    public override TestProbe CreateTestProbe(string? name = null) =>
        throw new NotSupportedException("A probe makes no probes. Call CreateTestProbe of the test kit.");
#pragma warning restore CS0809

    /// <inheritdoc/>
    public override string ToString() => $"TestProbe({TestActor})";
}
