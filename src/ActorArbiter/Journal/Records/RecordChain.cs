using System.Globalization;
using System.Text;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Protocol.Sessions;
using Microsoft.Data.Sqlite;

namespace ActorArbiter.Journal.Records;

/// <summary>Reads records for a server, and only such as are what was recorded: a damaged one is told to nobody.</summary>
internal sealed class RecordChain
{
    private readonly string _path;
    private readonly RecordQueries _records;

    /// <param name="path">The journal's file.</param>
    /// <param name="records">What is in it.</param>
    public RecordChain(string path, RecordQueries records)
    {
        _path = path;
        _records = records;
    }

    /// <summary>Checks that the last records follow one another.</summary>
    /// <param name="last">The number of the last one.</param>
    /// <param name="count">How many are checked, if there are as many.</param>
    /// <returns>The hash of the last one.</returns>
    /// <exception cref="JournalException">A record cannot be read.</exception>
    /// <exception cref="FormatException">A record is damaged, or missing.</exception>
    public byte[] CheckLast(long last, int count)
    {
        var number = Math.Max(0, last - count);
        var hash = HashOf(number);
        while (number < last)
            hash = ReadChecked(++number, hash).Hash;
        return hash;
    }

    /// <summary>The record of a round; none when there is none.</summary>
    /// <inheritdoc cref="CheckLast"/>
    public RecordRow? Find(RoundName round)
    {
        if (NumberOf(round) is not { } number)
            return null;
        var row = ReadChecked(number, HashOf(number - 1));
        return row.Round.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(round.Value))
            ? row
            : throw Broken(number, $"the index of names has it for round {round.Value}, which it is not of");
    }

    private byte[] HashOf(long number) => number == 0 ? Encoding.ASCII.GetBytes(JournalSchema.Genesis) : Read(number).Hash;

    private RecordRow ReadChecked(long number, byte[] previous)
    {
        var row = Read(number);
        return row.FlawAfter(previous) is { } flaw ? throw Broken(number, flaw) : row;
    }

    /// <summary>One at a time, so that the one that cannot be read is known.</summary>
    private RecordRow Read(long number)
    {
        try
        {
            return _records.After(number - 1, 1) is [var row] && row.Number == number
                ? row
                : throw Broken(number, "it is missing");
        }
        catch (SqliteException e)
        {
            throw JournalFaults.Unreadable(_path, string.Create(CultureInfo.InvariantCulture, $"record {number}"), e);
        }
    }

    private long? NumberOf(RoundName round)
    {
        try
        {
            return _records.NumberOf(round);
        }
        catch (SqliteException e)
        {
            throw JournalFaults.Unreadable(_path, $"round {round.Value}", e);
        }
    }

    private static FormatException Broken(long number, string flaw) => new(string.Create(
        CultureInfo.InvariantCulture, $"record {number}: {flaw}; restore it from a backup, or move it away to begin anew"));
}
