namespace ActorArbiter.Journal.Storage;

/// <summary>The tables of a journal, and how a file tells that it is one.</summary>
internal static class JournalSchema
{
    /// <summary>SQLite's <c>application_id</c> of a journal: "ArbJ" in ASCII.</summary>
    public const int ApplicationId = 0x4172_624A;

    /// <summary>SQLite's <c>user_version</c>: which schema this is.</summary>
    public const int Version = 1;

    /// <summary>The hash that the first record is chained to.</summary>
    public static readonly string Genesis = new('0', 64);

    private const string Tables =
        """
        CREATE TABLE verdicts (
            number       INTEGER PRIMARY KEY,
            round        TEXT,
            contenders   INTEGER NOT NULL,
            winner       TEXT NOT NULL,
            details_hash TEXT NOT NULL,
            hash         TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX verdicts_by_round ON verdicts (round) WHERE round IS NOT NULL;
        CREATE TABLE details (
            number     INTEGER PRIMARY KEY,
            profile    TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            places     TEXT NOT NULL
        ) STRICT;
        """;

    /// <summary>Makes the tables of a new journal.</summary>
    public static void CreateIn(JournalDatabase database) => database.Execute(
        $"""
        PRAGMA journal_mode = WAL;
        BEGIN;
        {Tables}
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        COMMIT;
        """);

    /// <summary>Refuses what is no journal, or one of another version.</summary>
    /// <exception cref="JournalException">It is refused.</exception>
    public static void Check(JournalDatabase database, string path)
    {
        if (database.Integer("PRAGMA application_id") != ApplicationId)
            throw JournalFaults.Of(path, "it is a database, but not a journal; give another file");
        var version = database.Integer("PRAGMA user_version");
        if (version > Version)
        {
            throw JournalFaults.Of(
                path, $"a newer version of this program made it (schema {version}, known is {Version}); use that version");
        }

        if (version < Version)
        {
            throw JournalFaults.Of(
                path, $"its schema is {version}, which no version of this program made; restore it from a backup");
        }
    }
}
