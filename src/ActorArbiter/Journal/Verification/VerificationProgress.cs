namespace ActorArbiter.Journal.Verification;

/// <summary>How far a verification is.</summary>
/// <param name="Verified">How many records were found to be right.</param>
/// <param name="Total">How many there were when it began; a server may add to them.</param>
internal readonly record struct VerificationProgress(long Verified, long Total);
