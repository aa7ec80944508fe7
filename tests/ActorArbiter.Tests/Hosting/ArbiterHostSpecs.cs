using ActorArbiter.CommandLine;
using ActorArbiter.Hosting;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Hosting;

public sealed class ArbiterHostSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_server_that_fails_is_not_waited_for_for_ever()
    {
        // Two listeners of one number: the arbiter cannot start the second.
        var listener = ArbiterFixture.Listener(1, ListenerProfile.Classic);
        await using var server = await StartAsync(ArbiterFixture.Defaults with { Listeners = [listener, listener] });

        Assert.Equal("the server failed; the log says why", (await server.EndedAsync().WaitAsync(Patience)).Failure);
    }

    [Fact]
    public async Task A_port_file_whose_name_is_none_ends_the_server()
    {
        await using var server = await StartAsync(ArbiterFixture.Defaults with { PortFile = "no\0name" });

        var outcome = await server.EndedAsync().WaitAsync(Patience);

        Assert.StartsWith("cannot use the port file no", outcome.Failure, StringComparison.Ordinal);
    }

    private static Task<ArbiterHost> StartAsync(ArbiterOptions options) =>
        ArbiterHost.StartAsync(options, ArbiterSettings.Schema.Defaults, TextWriter.Null);
}
