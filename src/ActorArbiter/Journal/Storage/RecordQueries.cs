using System.Globalization;
using System.Text;
using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol.Sessions;
using Microsoft.Data.Sqlite;

namespace ActorArbiter.Journal.Storage;

/// <summary>Reads the records of an open journal. Each read is a transaction of its own.</summary>
internal sealed class RecordQueries
{
    private const string Select =
        """
        SELECT v.number, v.round, v.contenders, v.winner, v.details_hash, v.hash, d.number, d.profile, d.decided_at, d.places
        FROM verdicts v LEFT JOIN details d ON d.number = v.number
        """;

    private readonly Statement _last;
    private readonly Statement _after;
    private readonly Statement _ofRound;
    private readonly Statement _numberOf;
    private readonly Statement _names;

    /// <exception cref="SqliteException">The tables are not those of a journal.</exception>
    public RecordQueries(JournalDatabase database)
    {
        _last = database.Prepare("SELECT max(number) FROM verdicts");
        _after = database.Prepare($"{Select} WHERE v.number > ?1 ORDER BY v.number LIMIT ?2");
        _ofRound = database.Prepare($"{Select} WHERE v.round = ?1");
        _numberOf = database.Prepare("SELECT number FROM verdicts WHERE round = ?1");
        _names = database.Prepare("SELECT round FROM verdicts INDEXED BY verdicts_by_round WHERE round IS NOT NULL");
    }

    /// <summary>The number of the last record; 0 when there is none.</summary>
    public long LastNumber()
    {
        try
        {
            return _last.Step() && !_last.IsNull(0) ? _last.Integer(0) : 0;
        }
        finally
        {
            _last.Reset();
        }
    }

    /// <summary>Records in the order of their numbers.</summary>
    /// <exception cref="SqliteException">They cannot be read.</exception>
    /// <exception cref="FormatException">A record makes no sense.</exception>
    public List<RecordRow> After(long number, int atMost) => All(_after.Bind(1, number).Bind(2, atMost));

    /// <summary>The record of a round; none when there is none.</summary>
    /// <inheritdoc cref="After"/>
    public RecordRow? OfRound(RoundName round) => All(_ofRound.Bind(1, Encoding.ASCII.GetBytes(round.Value))) switch
    {
        [] => null,
        [var row] => row,
        [var row, var other, ..] => throw new FormatException(
            string.Create(CultureInfo.InvariantCulture, $"records {row.Number} and {other.Number} are both of round {round.Value}")),
    };

    /// <summary>The number of a round's record, from the index of names alone; none when there is none.</summary>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public long? NumberOf(RoundName round)
    {
        try
        {
            return _numberOf.Bind(1, Encoding.ASCII.GetBytes(round.Value)).Step() ? _numberOf.Integer(0) : null;
        }
        finally
        {
            _numberOf.Reset();
        }
    }

    /// <summary>The names of all rounds.</summary>
    /// <inheritdoc cref="After"/>
    public RecordedNames Names()
    {
        var names = new RecordedNames();
        try
        {
            while (_names.Step())
                names.Add(RoundName.Parse(Encoding.UTF8.GetString(_names.Text(0))));
        }
        finally
        {
            _names.Reset();
        }

        return names;
    }

    private static List<RecordRow> All(Statement query)
    {
        var rows = new List<RecordRow>();
        try
        {
            while (query.Step())
                rows.Add(Read(query));
        }
        finally
        {
            query.Reset();
        }

        return rows;
    }

    private static RecordRow Read(Statement row)
    {
        var number = row.Integer(0);
        try
        {
            return new RecordRow
            {
                Number = number,
                Round = row.IsNull(1) ? null : row.Text(1),
                Contenders = row.Integer(2),
                Winner = row.Text(3),
                DetailsHash = row.Text(4),
                Hash = row.Text(5),
                Details = row.IsNull(6) ? null : new DetailsRow(row.Text(7), row.Text(8), row.Text(9)),
            };
        }
        catch (FormatException e)
        {
            throw new FormatException($"record {number} makes no sense: {e.Message}", e);
        }
    }
}
