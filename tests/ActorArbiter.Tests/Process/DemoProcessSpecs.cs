using TestSupport;

namespace ActorArbiter.Tests.Process;

public sealed class DemoProcessSpecs
{
    [Fact]
    public async Task A_demo_prints_what_a_server_and_two_clients_print_and_nothing_else()
    {
        using var demo = ProcessRunner.Start("ActorArbiter", "demo");

        Assert.Equal(0, await demo.ExitCode());
        var printed = await demo.Output.Rest();
        Assert.Matches("^Server +Client X +Client Y$", printed[0]);
        Assert.Matches("^The server is ready to receive +Client X: Alice +Client Y: Bob$", printed[2]);
        Assert.Equal("Sent acknowledgment to both X and Y", printed[5]);
        Assert.Equal(6, printed.Length);
        Assert.All(await demo.Error.Rest(), line => Assert.Matches(@"^\d\d:\d\d:\d\d\.\d{3} info [a-z]", line));
    }
}
