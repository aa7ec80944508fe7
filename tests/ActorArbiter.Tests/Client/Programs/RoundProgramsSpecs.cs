using System.Text;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using ActorClient.CommandLine;
using ActorClient.Programs;
using ActorClient.Terminal;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client.Programs;

public sealed class RoundProgramsSpecs
{
    [Fact]
    public async Task An_output_that_takes_nothing_ends_the_program_with_one_line()
    {
        await using var server = await ArbiterFixture.StartAsync();
        await using var client = Of(server.EndPoints[0]);
        await client.ClaimAsync(Final, X, "mine").WaitAsync(Patience);
        var error = new StringWriter();
        var console = new ClientConsole(TextReader.Null, new FullDisk(), error, CanAsk: false, IsWatched: false);
        var request = new ClientRequest.Result(
            ArbiterClientOptions.Default with { Port = server.EndPoints[0].Port }, Final, Json: false);

        var code = await RoundPrograms.RunAsync(request, ClientSettings.Schema.Defaults, console).WaitAsync(Patience);

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Equal($"no space left{Environment.NewLine}", error.ToString());
    }

    private sealed class FullDisk : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("no space left");

        public override void WriteLine(string? value) => throw new IOException("no space left");
    }
}
