namespace ActorArbiter.Journal.Verification;

/// <summary>A journal in which nothing is wrong.</summary>
/// <param name="Last">Its last record, whose number is also how many there are.</param>
/// <param name="Pruned">How many of the oldest are without their details.</param>
internal sealed record VerifiedJournal(NumberedHash Last, long Pruned);
