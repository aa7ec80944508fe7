using System.Reflection;
using System.Text.RegularExpressions;
using ActorArbiter.CommandLine;
using ActorArbiter.Protocol;
using Akka.Configuration;
using Xunit.Sdk;

namespace ActorArbiter.Tests.Docs;

/// <summary>docs/protocol.md says what the server does.</summary>
public sealed partial class ProtocolDocumentSpecs
{
    public static TheoryData<int> Transcripts => [.. ProtocolDocument.Transcripts.Select(each => each.Line)];

    [Theory]
    [MemberData(nameof(Transcripts))]
    public Task A_server_says_what_the_transcript_says(int line) =>
        TranscriptReplay.PlayAsync(ProtocolDocument.Transcripts.Single(each => each.Line == line));

    [Theory]
    [InlineData("READY r X Y", "READY r Y X")]
    [InlineData("VERDICT r 7 X: a", "VERDICT r 7 X: b")]
    [InlineData("VERDICT r 7 X: a", "VERDICT s 7 X: a")]
    [InlineData("PLACE r 1/2 X +0ns kernel", "PLACE r 1/2 X +5ns kernel")]
    [InlineData("PLACE r 1/2 X +0ns kernel", "PLACE r 1/2 Y +0ns kernel")]
    [InlineData("PLACE r 2/2 X +5ns kernel", "PLACE r 1/2 X +5ns kernel")]
    [InlineData("PLACE r 2/2 X +5ns kernel", "PLACE r 2/2 X +? kernel")]
    [InlineData("ERROR too-late sorry", "ERROR too-late")]
    public void Any_other_line_than_the_documented_one_is_found(string documented, string said) =>
        Assert.ThrowsAny<XunitException>(() => new DocumentedLines().Compare($"{documented}\n", $"{said}\n"));

    [Theory]
    [InlineData("VERDICT r 7 X: a", "VERDICT r 8 X: a")]
    [InlineData("PLACE r 2/2 X +5ns kernel", "PLACE r 2/2 X +1.20ms kernel")]
    [InlineData("BYE", "BYE")]
    public void Numbers_and_gaps_may_differ(string documented, string said) =>
        new DocumentedLines().Compare($"{documented}\n", $"{said}\n");

    [Fact]
    public void A_number_that_goes_back_or_is_not_the_same_for_all_is_found()
    {
        var lines = new DocumentedLines();
        lines.Compare("VERDICT r 1 X: a\n", "VERDICT r 20 X: a\n");

        Assert.ThrowsAny<XunitException>(() => lines.Compare("VERDICT r 1 X: a\n", "VERDICT r 21 X: a\n"));
        Assert.ThrowsAny<XunitException>(() => lines.Compare("VERDICT s 1 X: a\n", "VERDICT s 19 X: a\n"));
    }

    [Fact]
    public void Every_error_code_has_its_row_and_no_row_is_of_another()
    {
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);
        var rows = ProtocolDocument.Section("## Errors").Select(line => FirstCell().Match(line))
            .Where(match => match.Success).Select(match => match.Groups[1].Value);

        Assert.Equal(codes.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_it_names_is_one()
    {
        using var resource = typeof(ArbiterSettings).Assembly.GetManifestResourceStream("arbiter.conf")!;
        using var reader = new StreamReader(resource);
        var settings = ConfigurationFactory.ParseString(reader.ReadToEnd());

        var named = ProtocolDocument.Lines.SelectMany(line => Setting().Matches(line)).Select(match => match.Groups[1].Value);

        Assert.All(named, name => Assert.True(settings.HasPath(name), $"{name} is no setting"));
    }

    [GeneratedRegex("^\\| `([a-z-]+)` \\|")]
    private static partial Regex FirstCell();

    [GeneratedRegex("`(arbiter\\.[a-z-]+)`")]
    private static partial Regex Setting();
}
