namespace Akka.TestKit;

/// <summary>
/// Marks a test class whose <c>Tell</c> has no sender. Without it, what a test tells without naming a sender comes from
/// the test actor.
/// </summary>
public interface INoImplicitSender;
