using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorArbiter.Journal;

/// <summary>Why a journal cannot be used, and what to do, in one line.</summary>
internal static class JournalFaults
{
    /// <summary>The reason where a part of the file is not there, or not readable.</summary>
    public const string CutOff = "it is corrupt or cut off; restore it from a backup, or move it away to begin anew";

    public static JournalException Of(string path, string reason, Exception? cause = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"the journal {path} cannot be used: {reason}"), cause!);

    /// <summary>Something in the journal that SQLite cannot read.</summary>
    public static JournalException Unreadable(string path, string what, SqliteException cause) =>
        Of(path, $"{what} cannot be read: {Reason(cause)}", cause);

    /// <summary>The fault behind an exception; see <see cref="IsFault"/>.</summary>
    public static JournalException Of(string path, Exception cause) => cause switch
    {
        JournalException known => known,
        SqliteException sqlite => Of(path, Reason(sqlite), sqlite),
        UnauthorizedAccessException => Of(path, "there is no permission to use it; change that of the file and of its folder", cause),
        _ => Of(path, cause.Message.ReplaceLineEndings(" "), cause),
    };

    /// <summary>Whether an exception tells that the file cannot be used, or that what is in it makes no sense.</summary>
    public static bool IsFault(Exception e) =>
        e is JournalException or SqliteException or FormatException or IOException or UnauthorizedAccessException;

    /// <summary>Uses a journal.</summary>
    /// <exception cref="JournalException">There was a fault.</exception>
    public static T Try<T>(string path, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception e) when (IsFault(e))
        {
            throw Of(path, e);
        }
    }

    private static string Reason(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            "another program keeps it locked; end that program",
        raw.SQLITE_READONLY => "it can only be read; allow writing to the file and to its folder",
        raw.SQLITE_PERM or raw.SQLITE_AUTH => "there is no permission to use it; change that of the file and of its folder",
        raw.SQLITE_CORRUPT => CutOff,
        raw.SQLITE_NOTADB => "it is not a journal; give another file",
        raw.SQLITE_FULL => "the disk is full; make room on it",
        raw.SQLITE_IOERR => $"reading or writing failed ({Words(e)}); look after the disk",
        raw.SQLITE_CANTOPEN => $"it cannot be opened ({Words(e)}); check the permissions of the file and of its folder",
        raw.SQLITE_CONSTRAINT => $"another program has written to it ({Words(e)}); only the server may",
        raw.SQLITE_ERROR => $"its tables are not those of a journal ({Words(e)}); restore it from a backup, or give another file",
        _ => $"{Words(e)}",
    };

    /// <summary>SQLite's own words, which the exception puts between quotes.</summary>
    private static string Words(SqliteException e)
    {
        var words = e.Message.AsSpan();
        var start = words.IndexOf('\'');
        var end = words.LastIndexOf('\'');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(start < end ? words[(start + 1)..end] : words)}, SQLite error {e.SqliteExtendedErrorCode}");
    }
}
