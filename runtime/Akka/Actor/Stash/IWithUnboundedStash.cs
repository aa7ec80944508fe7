namespace Akka.Actor;

/// <summary>An actor with a stash that holds any number of messages.</summary>
public interface IWithUnboundedStash : IWithUnrestrictedStash;
