using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using ActorArbiter.Journal.Storage;

namespace ActorArbiter.Journal.Records;

/// <summary>
/// The hashes of a record: SHA-256 (FIPS 180-4) of lines that end in LF, as 64 lower-case hexadecimal digits. Text is UTF-8, so
/// that what the sqlite3 program prints can be hashed as it is.
/// </summary>
internal static class RecordHash
{
    private const byte LineEnd = (byte)'\n';
    private const int MaxNumberLength = 20;

    /// <summary>The hash of what retention takes away.</summary>
    public static byte[] OfDetails(ReadOnlySpan<byte> profile, ReadOnlySpan<byte> decidedAt, ReadOnlySpan<byte> places)
    {
        var lines = ArrayPool<byte>.Shared.Rent(profile.Length + decidedAt.Length + places.Length + 3);
        var length = 0;
        Add(lines, ref length, profile);
        Add(lines, ref length, decidedAt);
        Add(lines, ref length, places);
        return Finish(lines, length);
    }

    /// <summary>The hash of a record, which the next one is chained to.</summary>
    /// <param name="previous">The hash of the record before, or <see cref="JournalSchema.Genesis"/>.</param>
    /// <param name="number">The record's number.</param>
    /// <param name="round">The round's name; empty when it has none.</param>
    /// <param name="contenders">How many arrived.</param>
    /// <param name="winner">Who was first: <c>X: Alice</c>.</param>
    /// <param name="details">The hash of the details.</param>
    public static byte[] Of(
        ReadOnlySpan<byte> previous,
        long number,
        ReadOnlySpan<byte> round,
        long contenders,
        ReadOnlySpan<byte> winner,
        ReadOnlySpan<byte> details)
    {
        var lines = ArrayPool<byte>.Shared.Rent(
            previous.Length + round.Length + winner.Length + details.Length + (2 * MaxNumberLength) + 6);
        var length = 0;
        Add(lines, ref length, previous);
        Add(lines, ref length, number);
        Add(lines, ref length, round);
        Add(lines, ref length, contenders);
        Add(lines, ref length, winner);
        Add(lines, ref length, details);
        return Finish(lines, length);
    }

    private static void Add(byte[] lines, ref int length, ReadOnlySpan<byte> line)
    {
        line.CopyTo(lines.AsSpan(length));
        length += line.Length;
        lines[length++] = LineEnd;
    }

    private static void Add(byte[] lines, ref int length, long number)
    {
        Utf8Formatter.TryFormat(number, lines.AsSpan(length), out var digits);
        length += digits;
        lines[length++] = LineEnd;
    }

    private static byte[] Finish(byte[] lines, int length)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(lines.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(lines);
        var digits = new byte[2 * hash.Length];
        Convert.TryToHexStringLower(hash, digits, out _);
        return digits;
    }
}
