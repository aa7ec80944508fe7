namespace ActorArbiter.Tests.Durability;

public sealed class SyncOrderSpecs
{
    private const string Write = """7 pwrite64(30</tmp/j.db-wal>, "\2\0round-1X: x"..., 4096, 32) = 4096""";
    private const string Sync = "7 fdatasync(30</tmp/j.db-wal>) = 0";
    private const string Told = """8 sendto(41<socket:[1]>, "VERDICT round-1 1 X: x\n", 23, 0, NULL, 0) = 23""";

    [Fact]
    public void A_verdict_that_is_written_and_synced_and_sent_is_well() => Assert.Empty(Violations(Write, Sync, Told));

    [Fact]
    public void A_call_that_others_come_between_began_on_its_first_line_and_returned_on_its_second() =>
        Assert.Empty(Violations(
            "7 pwrite64(30</tmp/j.db-wal>, \"\\2\\0round-1X: x\"..., 4096, 32 <unfinished ...>",
            "9 futex(0x7f, FUTEX_WAKE_PRIVATE, 1) = 1",
            "7 <... pwrite64 resumed>)          = 4096",
            "7 fdatasync(30</tmp/j.db-wal> <unfinished ...>",
            "9 +++ exited with 0 +++",
            "7 <... fdatasync resumed>)         = 0",
            Told));

    [Fact]
    public void A_verdict_that_was_never_synced_is_found() =>
        Assert.Equal(["the verdict of round-1 was sent before the log was synced"], Violations(Write, Told));

    [Fact]
    public void A_verdict_that_was_synced_after_it_was_sent_is_found() =>
        Assert.Equal(["the verdict of round-1 was sent before the log was synced"], Violations(Write, Told, Sync));

    [Fact]
    public void A_verdict_that_is_sent_during_the_sync_is_found() =>
        Assert.Equal(
            ["the verdict of round-1 was sent before the log was synced"],
            Violations(
                Write, "7 fdatasync(30</tmp/j.db-wal> <unfinished ...>", Told, "7 <... fdatasync resumed>) = 0"));

    [Fact]
    public void A_sync_before_the_last_write_is_none() =>
        Assert.Equal(["the verdict of round-1 was sent before the log was synced"], Violations(Write, Sync, Write, Told));

    [Fact]
    public void A_sync_that_failed_is_none() =>
        Assert.Equal(
            ["the verdict of round-1 was sent before the log was synced"],
            Violations(Write, "7 fdatasync(30</tmp/j.db-wal>) = -1 EIO (Input/output error)", Told));

    [Fact]
    public void A_sync_of_another_file_is_none() =>
        Assert.Equal(
            ["the verdict of round-1 was sent before the log was synced"],
            Violations(Write, "7 fdatasync(29</tmp/j.db>) = 0", Told));

    [Fact]
    public void A_verdict_that_is_sent_before_it_is_written_is_found() =>
        Assert.Equal(
            ["the verdict of round-1 was sent before it was written to the log"],
            Violations(Write.Replace("round-1", "round-0", StringComparison.Ordinal), Sync, Told, Write, Sync));

    [Fact]
    public void A_verdict_that_is_not_sent_is_found() =>
        Assert.Equal(["the verdict of round-1 was not sent"], Violations(Write, Sync));

    private static IReadOnlyList<string> Violations(params string[] lines) =>
        SyncOrder.Violations(SystemCallTrace.Parse(lines), ["round-1"]);
}
