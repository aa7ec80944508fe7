using System.Buffers;
using System.Globalization;
using ActorArbiter.Journal.Storage;

namespace ActorArbiter.Journal.Verification;

/// <summary>
/// A record's number and hash, <c>12:9f86d0...</c>. The hash covers the record and all before it: whoever keeps both can tell later
/// whether any of them was changed, or is gone.
/// </summary>
internal readonly record struct NumberedHash
{
    /// <summary>What it may look like, for error sentences.</summary>
    public const string Grammar = "NUMBER:HASH, as verify prints it";

    private const int HashLength = 64;

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public NumberedHash(long number, string hash)
    {
        Number = number;
        Hash = hash;
    }

    /// <summary>What the first record is chained to; all that there is in an empty journal.</summary>
    public static NumberedHash Genesis => new(0, JournalSchema.Genesis);

    /// <summary>The record's number; 0 stands for none.</summary>
    public long Number { get; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Whether <paramref name="text"/> is a number and a hash; if so, <paramref name="record"/> is them.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out NumberedHash record)
    {
        record = Genesis;
        var colon = text.IndexOf(':');
        if (colon < 0 || !long.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        var hash = text[(colon + 1)..];
        if (hash.Length != HashLength || hash.ContainsAnyExcept(HexadecimalDigits))
            return false;
        record = new NumberedHash(number, hash.ToString().ToLowerInvariant());
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
