using System.Net;
using System.Net.Sockets;
using ActorArbiter.Tests.Client.Programs;
using ActorClient;
using TestSupport;

namespace ActorArbiter.Tests.Client;

/// <summary>The program as a script sees it: exit codes, and what goes to which stream.</summary>
public sealed class ClientProcessSpecs : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ClientProcessSpecs() => _listener.Start();

    private string Port => ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(provider: null);

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task A_reply_makes_two_lines_on_standard_output_and_exit_code_0()
    {
        using var client = ProcessRunner.Start("ActorClient", "X", "Alice", "--port", Port);
        using var server = await Accept();
        await server.SendAsync("X: Alice received before Y: Bob\n"u8.ToArray());

        Assert.Equal(ExitCodes.Replied, await client.ExitCode());
        Assert.Equal(["Client X: Alice", "X: Alice received before Y: Bob"], await client.Output.Rest());
        Assert.Empty(await client.Error.Rest());
    }

    [Fact]
    public async Task Wrong_usage_is_exit_code_2()
    {
        using var client = ProcessRunner.Start("ActorClient", "X");

        Assert.Equal(ExitCodes.WrongUsage, await client.ExitCode());
        Assert.Empty(await client.Output.Rest());
        Assert.Equal(["missing: a text to send, as in arbiter-client X Alice"], await client.Error.Rest());
    }

    [FullDiskFact]
    public async Task A_defect_is_exit_code_1_and_one_line()
    {
        using var client = ProcessRunner.StartWith(
            ["sh", "-c", "exec \"$@\" > /dev/full", "sh"], "ActorClient", "--help");

        Assert.Equal(ExitCodes.Failed, await client.ExitCode());
        Assert.StartsWith("IOException: ", Assert.Single(await client.Error.Rest()), StringComparison.Ordinal);
    }

    [FullDiskFact]
    public async Task A_defect_that_cannot_be_told_is_exit_code_1_all_the_same()
    {
        using var client = ProcessRunner.StartWith(["sh", "-c", "exec \"$@\" 2> /dev/full", "sh"], "ActorClient", "X");

        Assert.Equal(ExitCodes.Failed, await client.ExitCode());
    }

    [Fact]
    public async Task A_host_that_is_unknown_is_exit_code_3()
    {
        using var client = ProcessRunner.Start("ActorClient", "X", "Alice", "--host", "no host");

        Assert.Equal(ExitCodes.CannotConnect, await client.ExitCode());
        Assert.Empty(await client.Output.Rest());
        var line = Assert.Single(await client.Error.Rest());
        Assert.StartsWith("cannot connect to no host:12000: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_up_is_mentioned_and_the_timeout_is_exit_code_4()
    {
        var port = Port;
        _listener.Stop();
        using var client = ProcessRunner.Start("ActorClient", "X", "Alice", "--port", port, "--timeout", "1s");

        Assert.Equal(ExitCodes.TimedOut, await client.ExitCode());
        Assert.Empty(await client.Output.Rest());
        Assert.Equal(
            [
                $"waiting for 127.0.0.1:{port} ...",
                $"timed out after 1s waiting for a connection to 127.0.0.1:{port}",
            ],
            await client.Error.Rest());
    }

    [Fact]
    public async Task A_refusal_is_shown_as_it_came_and_is_exit_code_5()
    {
        using var client = ProcessRunner.Start("ActorClient", "X", "Alice", "--port", Port);
        using var server = await Accept();
        Assert.Equal("Client X: Alice", await client.Output.Next());
        await server.SendAsync("ERROR round-timeout the round was not complete in time\n"u8.ToArray());

        Assert.Equal(ExitCodes.Refused, await client.ExitCode());
        Assert.Empty(await client.Output.Rest());
        Assert.Equal(["ERROR round-timeout the round was not complete in time"], await client.Error.Rest());
    }

    [Fact]
    public async Task A_lost_connection_is_exit_code_6()
    {
        using var client = ProcessRunner.Start("ActorClient", "X", "Alice", "--port", Port);
        using (await Accept())
            Assert.Equal("Client X: Alice", await client.Output.Next());

        Assert.Equal(ExitCodes.ConnectionLost, await client.ExitCode());
        Assert.Single(await client.Error.Rest());
    }

    [Theory]
    [InlineData(ProcessSignal.Interrupt, ExitCodes.Interrupted)]
    [InlineData(ProcessSignal.Terminate, ExitCodes.Terminated)]
    public async Task A_signal_ends_the_client_with_its_own_exit_code(ProcessSignal signal, int exitCode)
    {
        using var client = ProcessRunner.Start("ActorClient", "X", "Alice", "--port", Port);
        using var server = await Accept();
        Assert.Equal("Client X: Alice", await client.Output.Next());

        client.Send(signal);

        Assert.Equal(exitCode, await client.ExitCode());
        Assert.Empty(await client.Output.Rest());
        Assert.Empty(await client.Error.Rest());
    }

    private async Task<Socket> Accept() => await _listener.AcceptSocketAsync().WaitAsync(ProcessRunner.Patience);
}
