using ActorArbiter.Journal;
using Akka.Actor;

namespace ActorArbiter.Ordering;

/// <summary>A journal that verdicts are recorded in before they are told.</summary>
/// <param name="Actor">The actor of <see cref="JournalProtocol"/>.</param>
/// <param name="Names">The rounds in it; the ordering actor's from now on.</param>
internal sealed record OpenJournal(IActorRef Actor, RecordedNames Names);
