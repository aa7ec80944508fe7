using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Journal.Records;

/// <summary>A record as it is stored, to the byte. Text is UTF-8, and may be anything where a file was tampered with.</summary>
internal sealed class RecordRow
{
    public required long Number { get; init; }

    /// <summary>The round's name; none where rounds have no names.</summary>
    public byte[]? Round { get; init; }

    public required long Contenders { get; init; }

    /// <summary>Who was first: <c>X: Alice</c>.</summary>
    public required byte[] Winner { get; init; }

    public required byte[] DetailsHash { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>None when they were pruned.</summary>
    public DetailsRow? Details { get; init; }

    /// <summary>What is wrong with this record after the one whose hash is <paramref name="previous"/>; nothing if it fits.</summary>
    public string? FlawAfter(ReadOnlySpan<byte> previous)
    {
        if (Details is { } details && !details.ComputeHash().AsSpan().SequenceEqual(DetailsHash))
            return "its details do not have the hash that is recorded for them";
        return RecordHash.Of(previous, Number, Round, Contenders, Winner, DetailsHash).AsSpan().SequenceEqual(Hash)
            ? null
            : "its hash is not that of its content and the record before it";
    }

    /// <summary>What it says.</summary>
    /// <exception cref="FormatException">It makes no sense.</exception>
    public JournalRecord Read()
    {
        try
        {
            return ReadAll();
        }
        catch (FormatException e)
        {
            throw new FormatException($"record {Number} makes no sense: {e.Message}", e);
        }
    }

    private JournalRecord ReadAll()
    {
        if (Contenders is < 1 or > int.MaxValue)
            throw new FormatException($"it has {Contenders} contenders");
        var details = Details?.Read();
        if (details is not null && details.Places.Count != Contenders)
            throw new FormatException($"it has {details.Places.Count} places for {Contenders} contenders");
        return new JournalRecord(
            Number,
            Round is null ? null : RoundName.Parse(Encoding.UTF8.GetString(Round)),
            (int)Contenders,
            ReadWinner(),
            details,
            Encoding.UTF8.GetString(Hash));
    }

    private ClientMessage ReadWinner()
    {
        var words = Encoding.UTF8.GetString(Winner);
        var colon = words.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0
            ? new ClientMessage(ContenderId.Parse(words[..colon]), words[(colon + 2)..])
            : throw new FormatException($"'{words}' is not a winner");
    }
}
