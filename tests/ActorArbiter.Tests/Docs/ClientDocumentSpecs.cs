using ActorArbiter.Tests.Client;
using ActorArbiter.Tests.RawTcp;
using ActorClient;

namespace ActorArbiter.Tests.Docs;

/// <summary>docs/client.md says what is so.</summary>
public sealed class ClientDocumentSpecs
{
    [Fact]
    public void The_example_is_the_one_that_is_compiled()
    {
        var source = Read("ClientExample.cs");
        var usings = source[..source.IndexOf("\nnamespace", StringComparison.Ordinal)];
        var body = source[(source.IndexOf("{\n", StringComparison.Ordinal) + 2)..^"}\n".Length];
        var unindented = string.Join('\n', body.Split('\n').Select(line => line.Length > 4 ? line[4..] : line));

        Assert.Contains($"```csharp\n{usings}\n{unindented}```\n", Read("client.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_does_what_it_says()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var options = ArbiterClientOptions.Default with
        {
            Port = server.EndPoints[0].Port,
            Timeout = ArbiterClients.Patience,
        };

        Assert.StartsWith(
            "X: Alice received before Y: Bob, +", await ClientExample.PlayAsync(options), StringComparison.Ordinal);
        Assert.StartsWith(
            "deploy, with fencing number ", await ClientExample.DeployAsync(options), StringComparison.Ordinal);
        Assert.Equal("runner-1 deploys", await ClientExample.DeployAsync(options));
    }

    [Fact]
    public void All_that_is_public_is_named()
    {
        var document = Read("client.md");

        Assert.All(
            typeof(ArbiterClient).Assembly.GetExportedTypes().Where(type => !type.IsNested),
            type => Assert.Contains($"`{type.Name}", document, StringComparison.Ordinal));
    }

    private static string Read(string name)
    {
        using var resource = typeof(ClientDocumentSpecs).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
