using System.IO.Compression;
using System.Reflection;
using ActorClient;
using TestSupport;

namespace ActorArbiter.Tests.Packaging;

/// <summary>
/// Both programs as .NET tools: packed from what the tests were built with, installed from that folder alone, and run.
/// </summary>
public sealed class PackedToolsSpecs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("packages");
    private readonly DotnetCommand _dotnet;

    public PackedToolsSpecs() => _dotnet = new DotnetCommand(_folder.FullName);

    private static string Version { get; } =
        typeof(ArbiterClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("ActorArbiter")]
    [InlineData("ActorClient")]
    public async Task A_program_is_compiled_ahead_when_it_is_published_and_then_alone(string program)
    {
        Assert.Equal("true", await PublishReadyToRunAsync(program, "-p:_IsPublishing=true"));
        Assert.Equal("false", await PublishReadyToRunAsync(program, "-p:_IsPublishing=true", "-p:PublishReadyToRun=false"));
        Assert.Equal("false", await PublishReadyToRunAsync(program, "-p:_IsPacking=true"));
        Assert.Equal("", await PublishReadyToRunAsync(program));
    }

    [Fact]
    public async Task The_repository_packs_two_tools_that_install_offline_and_run_and_a_library()
    {
        var packages = InFolder("packages");
        await _dotnet.SdkAsync(
            "pack", Path.Combine(RepositoryRoot(), "ActorArbiter.sln"), "--no-build", "--configuration", Configuration(),
            "--output", packages, "-maxcpucount:1");
        var server = Path.Combine(packages, $"ActorArbiter.Server.{Version}.nupkg");
        var client = Path.Combine(packages, $"ActorArbiter.Client.{Version}.nupkg");
        var library = Path.Combine(packages, $"ActorArbiter.StampedTcp.{Version}.nupkg");
        Assert.Equal([client, server, library], Directory.GetFiles(packages).Order(StringComparer.Ordinal));
        AssertContents(server, client);

        await InstallAsync("ActorArbiter.Server", packages);
        await InstallAsync("ActorArbiter.Client", packages);
        Assert.Matches(@"^\d+\.\d+\.\d+$", Version);
        Assert.Equal(Version, (await _dotnet.RunAsync(Tool("arbiter"), "--version")).Trim());
        Assert.Equal(Version, (await _dotnet.RunAsync(Tool("arbiter-client"), "--version")).Trim());
        Assert.Contains(" received before ", await _dotnet.RunAsync(Tool("arbiter"), "demo"), StringComparison.Ordinal);
        Assert.Contains("Examples:", await _dotnet.RunAsync(Tool("arbiter-client"), "--help"), StringComparison.Ordinal);
        await AssertJournalIsKeptAsync();
    }

    /// <summary>Whether a program's code is compiled ahead, as the SDK reads its project.</summary>
    private async Task<string> PublishReadyToRunAsync(string program, params string[] properties) => (await _dotnet.SdkAsync(
        ["msbuild", Path.Combine(RepositoryRoot(), "src", program), "-getProperty:PublishReadyToRun", .. properties])).Trim();

    private static void AssertContents(string server, string client)
    {
        var inServer = Contents(server);
        Assert.All(
            ["linux-x64", "linux-arm64", "linux-musl-x64", "osx-x64", "osx-arm64", "win-x64", "win-arm64"],
            rid => Assert.Contains(inServer, name => name.Contains($"/runtimes/{rid}/native/", StringComparison.Ordinal)));
        Assert.DoesNotContain(inServer, name => name.Contains("/runtimes/android", StringComparison.Ordinal));
        Assert.All([inServer, Contents(client)], names =>
        {
            Assert.Contains("README.md", names);
            Assert.Contains("tools/net10.0/any/Akka.dll", names);
        });
    }

    private static string[] Contents(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>A round whose verdict is in the journal shows that SQLite's library is found.</summary>
    private async Task AssertJournalIsKeptAsync()
    {
        var journal = InFolder("journal.db");
        var portFile = InFolder("port");
        using var server = _dotnet.Start(
            Tool("arbiter"), "--port", "0", "--port-file", portFile, "--contenders", "1", "--once", "--journal", journal);
        try
        {
            using var patience = new CancellationTokenSource(ProcessRunner.Patience);
            Assert.Equal("The server is ready to receive", await server.StandardOutput.ReadLineAsync(patience.Token));
            var port = (await File.ReadAllTextAsync(portFile)).Trim().Split(':')[^1];
            var said = await _dotnet.RunAsync(Tool("arbiter-client"), "X", "Alice", "--port", port);
            Assert.Equal(["Client X: Alice", "X: Alice"], said.Trim().Split(Environment.NewLine));
            await server.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!server.HasExited)
                server.Kill();
        }

        var log = await _dotnet.RunAsync(Tool("arbiter"), "log", "--journal", journal);
        Assert.Contains("X: Alice", log, StringComparison.Ordinal);
    }

    private async Task InstallAsync(string package, string source)
    {
        var settings = InFolder("nuget.config");
        await File.WriteAllTextAsync(
            settings,
            $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{source}" /></packageSources>
            </configuration>
            """);
        await _dotnet.SdkAsync(
            "tool", "install", package, "--version", Version, "--tool-path", InFolder("tools"), "--configfile", settings);
    }

    private string InFolder(string name) => Path.Combine(_folder.FullName, name);

    private string Tool(string name) => Path.Combine(_folder.FullName, "tools", name);

    // artifacts/bin/<project>/<configuration>/
    private static string Configuration() => new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ActorArbiter.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
