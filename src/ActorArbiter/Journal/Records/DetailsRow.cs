using System.Globalization;
using System.Text;

namespace ActorArbiter.Journal.Records;

/// <summary>The details of a record as they are stored, to the byte.</summary>
/// <param name="profile">One of <see cref="RoundProfile"/>, in lower case.</param>
/// <param name="decidedAt">ISO 8601, UTC, with six digits of a second: <c>2026-11-22T19:01:54.123456Z</c>.</param>
/// <param name="places">See <see cref="PlacesJson"/>.</param>
internal sealed class DetailsRow(byte[] profile, byte[] decidedAt, byte[] places)
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public byte[] Profile { get; } = profile;

    public byte[] DecidedAt { get; } = decidedAt;

    public byte[] Places { get; } = places;

    /// <summary>The hash that a record keeps of its details.</summary>
    public byte[] ComputeHash() => RecordHash.OfDetails(Profile, DecidedAt, Places);

    /// <summary>What they say.</summary>
    /// <exception cref="FormatException">They make no sense.</exception>
    public RecordDetails Read() => new(ReadProfile(), ReadTime(), PlacesJson.Read(Places));

    private RoundProfile ReadProfile() => Encoding.UTF8.GetString(Profile) switch
    {
        "classic" => RoundProfile.Classic,
        "greeting" => RoundProfile.Greeting,
        "session" => RoundProfile.Session,
        var word => throw new FormatException($"'{word}' is not a profile"),
    };

    private DateTimeOffset ReadTime()
    {
        var words = Encoding.UTF8.GetString(DecidedAt);
        return DateTimeOffset.TryParseExact(
            words, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new FormatException($"'{words}' is not a time such as 2026-11-22T19:01:54.123456Z");
    }
}
