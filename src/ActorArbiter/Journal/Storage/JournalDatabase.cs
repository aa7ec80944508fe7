using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorArbiter.Journal.Storage;

/// <summary>A connection to the file of a journal. Its members throw <see cref="SqliteException"/>.</summary>
internal sealed class JournalDatabase : IDisposable
{
    /// <summary>How long to wait for another program that has the file locked, unless said otherwise.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(5);

    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];

    private JournalDatabase(string source, SqliteOpenMode mode, TimeSpan? patience = null)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false };
        _connection = new SqliteConnection(connection.ToString());
        try
        {
            _connection.Open();
            _ = raw.sqlite3_busy_timeout(Handle, (int)(patience ?? DefaultPatience).TotalMilliseconds); // It has no way to fail.
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether the file cannot be written.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(Handle, "main") == 1;

    private sqlite3 Handle => _connection.Handle!;

    public static JournalDatabase Create(string path) => new(path, SqliteOpenMode.ReadWriteCreate);

    public static JournalDatabase OpenToWrite(string path, TimeSpan? patience = null) =>
        new(path, SqliteOpenMode.ReadWrite, patience);

    public static JournalDatabase OpenToRead(string path) => new(path, SqliteOpenMode.ReadOnly);

    /// <summary>Opens a file that nobody writes to, without any file beside it.</summary>
    public static JournalDatabase OpenUnchanging(string path) =>
        new($"{new Uri(path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>A statement that can be run again and again; it is disposed with the connection.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(Handle, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Runs statements whose rows do not matter.</summary>
    public void Execute(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle, sql), Handle);

    /// <summary>Ends a transaction in which something failed, unless SQLite has done so.</summary>
    public void Rollback() => _ = raw.sqlite3_exec(Handle, "ROLLBACK"); // What failed before is what counts.

    /// <summary>The first column of the first row; there is one.</summary>
    public string Text(string sql)
    {
        using var statement = new Statement(Handle, sql);
        statement.Step();
        return Encoding.UTF8.GetString(statement.Text(0));
    }

    /// <summary>The first column of the first row; 0 when there is none.</summary>
    public long Integer(string sql)
    {
        using var statement = new Statement(Handle, sql);
        return statement.Step() && !statement.IsNull(0) ? statement.Integer(0) : 0;
    }

    public void Dispose()
    {
        // SQLite keeps the file open as long as there is a statement.
        foreach (var statement in _statements)
            statement.Dispose();
        _connection.Dispose();
    }
}
