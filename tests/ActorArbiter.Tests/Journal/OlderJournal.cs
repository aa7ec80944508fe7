using ActorArbiter.Journal;

namespace ActorArbiter.Tests.Journal;

/// <summary>
/// A journal whose records an earlier version of the server made, one with stamps of the monotonic clock: letter for letter
/// as it wrote them. The hashes were computed with sha256sum.
/// </summary>
internal static class OlderJournal
{
    /// <summary>The hash of its last record, of two.</summary>
    public const string LastHash = "063f714ce07ea8026f32cc7dbf525caf94e14da2900782c0b712eba8a5c49ab7";

    /// <summary>The places of its first record.</summary>
    public const string Places =
        """[{"id":"X","text":"Alice","stamp":81234567800,"clock":"clock","gap":0,"basis":"clock"},{"id":"Y","text":"Bob","stamp":81234880000,"clock":"clock","gap":312200,"basis":"clock","late":true}]""";

    /// <summary>What is told of its first record.</summary>
    public static readonly string[] Told =
    [
        "PLACE older 1/2 X +0ns clock",
        "PLACE older 2/2 Y +312us clock",
        "VERDICT older 1 X: Alice received before Y: Bob",
    ];

    /// <summary>Of its second record stamps of two clocks could not be compared.</summary>
    private const string Mixed =
        """[{"id":"X","text":"Alice","stamp":91234567800,"clock":"clock","gap":null,"basis":"mailbox"},{"id":"Y","text":"Bob","stamp":1795374114123456789,"clock":"kernel","gap":null,"basis":"mailbox"}]""";

    public static void MakeIn(JournalFolder folder)
    {
        JournalStore.Open(folder.Options).Dispose();
        folder.Execute(
            $"""
            INSERT INTO verdicts VALUES (
                1, 'older', 2, 'X: Alice',
                '72b465189842cce2e564066c1d1ea695372ae5cfe0b206291eb5080fc4d213a4',
                'd6b4d938d5fff634e73f4c2cfc12b54df8f539667ee3f5e0d897aec122b53246');
            INSERT INTO verdicts VALUES (
                2, NULL, 2, 'X: Alice',
                '41ae61d632383e4957888f267a80e72f0bad1a1e633813b729fba61257456e32',
                '{LastHash}');
            INSERT INTO details VALUES (1, 'session', '2026-07-01T08:00:00.000000Z', '{Places}');
            INSERT INTO details VALUES (2, 'classic', '2026-07-01T08:00:01.000000Z', '{Mixed}');
            """);
    }
}
