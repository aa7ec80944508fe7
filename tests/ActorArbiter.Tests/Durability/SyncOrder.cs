namespace ActorArbiter.Tests.Durability;

/// <summary>
/// What must hold of the system calls of a server whose rounds are played one after the other: before a verdict's first byte
/// is sent, its record was written to the write-ahead log, and after the last such write the log was synced.
/// </summary>
internal static class SyncOrder
{
    private const string LogSuffix = "-wal>";

    /// <summary>A sentence for each verdict that was sent too early.</summary>
    /// <param name="calls">The calls, in the order in which they began.</param>
    /// <param name="rounds">The names of the rounds; none may be the beginning of another one.</param>
    public static IReadOnlyList<string> Violations(IReadOnlyList<SystemCall> calls, IEnumerable<string> rounds) =>
        [.. rounds.Select(round => Violation(calls, round)).OfType<string>()];

    private static string? Violation(IReadOnlyList<SystemCall> calls, string round)
    {
        if (calls.FirstOrDefault(call => IsTelling(call, round)) is not { } telling)
            return $"the verdict of {round} was not sent";
        var writes = calls.Where(call => IsWriteToLog(call) && call.Began < telling.Began).ToArray();
        if (!writes.Any(write => write.Arguments.Contains(round, StringComparison.Ordinal)))
            return $"the verdict of {round} was sent before it was written to the log";
        var written = writes.Max(write => write.Returned);
        return calls.Any(call => IsSyncOfLog(call) && call.Began > written && call.Returned < telling.Began)
            ? null
            : $"the verdict of {round} was sent before the log was synced";
    }

    private static bool IsTelling(SystemCall call, string round) =>
        call.Name is "sendto" or "sendmsg" or "write" or "writev"
        && call.Arguments.Contains($"VERDICT {round} ", StringComparison.Ordinal);

    private static bool IsWriteToLog(SystemCall call) => call.Name is "pwrite64" or "write" && IsOfLog(call);

    private static bool IsSyncOfLog(SystemCall call) => call is { Name: "fsync" or "fdatasync", Result: "0" } && IsOfLog(call);

    /// <summary>The descriptor is the first argument.</summary>
    private static bool IsOfLog(SystemCall call) => call.Arguments.Split(',')[0].EndsWith(LogSuffix, StringComparison.Ordinal);
}
