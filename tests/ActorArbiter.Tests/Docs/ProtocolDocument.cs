using ActorArbiter.Server;

namespace ActorArbiter.Tests.Docs;

/// <summary>docs/protocol.md.</summary>
internal static class ProtocolDocument
{
    private const string Fence = "```";
    private const string Opening = Fence + "transcript";

    /// <summary>Its lines.</summary>
    public static IReadOnlyList<string> Lines { get; } = Read();

    /// <summary>Its transcripts.</summary>
    public static IReadOnlyList<Transcript> Transcripts { get; } = [.. FindTranscripts()];

    /// <summary>The lines between a heading and the next one.</summary>
    /// <param name="heading">The heading as it is written, <c>## Errors</c>.</param>
    public static IEnumerable<string> Section(string heading) =>
        Lines.SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("##", StringComparison.Ordinal));

    private static string[] Read()
    {
        using var resource = typeof(ProtocolDocument).Assembly.GetManifestResourceStream("protocol.md")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    private static IEnumerable<Transcript> FindTranscripts()
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!Lines[i].StartsWith(Opening, StringComparison.Ordinal))
                continue;
            var profile = Lines[i][Opening.Length..].Trim();
            var steps = Lines.Skip(i + 1).TakeWhile(line => line != Fence).Select(TranscriptStep.Parse).OfType<TranscriptStep>();
            yield return new Transcript(
                i + 1,
                profile.Length == 0 ? ListenerProfile.Classic : Enum.Parse<ListenerProfile>(profile, ignoreCase: true),
                [.. steps]);
        }
    }

    /// <summary>What clients and a server say to each other.</summary>
    /// <param name="Line">Where in the document it begins, counted from 1.</param>
    /// <param name="Profile">The server's profile.</param>
    /// <param name="Steps">What happens, in this order.</param>
    internal sealed record Transcript(int Line, ListenerProfile Profile, IReadOnlyList<TranscriptStep> Steps);
}
