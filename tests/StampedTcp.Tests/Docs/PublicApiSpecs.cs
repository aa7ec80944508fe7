using ActorArbiter.StampedTcp;

namespace StampedTcp.Tests.Docs;

public sealed class PublicApiSpecs
{
    private const string Approved = "PublicApi.approved.txt";

    /// <summary>A change of what others compile against is meant: then the file beside this one is changed, too.</summary>
    [Fact]
    public void What_is_public_is_what_was_approved()
    {
        using var resource = typeof(PublicApiSpecs).Assembly.GetManifestResourceStream(Approved)!;
        using var reader = new StreamReader(resource);
        var approved = reader.ReadToEnd().ReplaceLineEndings("\n");

        var actual = PublicApi.Of(typeof(StampedSocket).Assembly);

        if (approved != actual)
            File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt"), actual);
        Assert.Equal(approved, actual);
    }
}
