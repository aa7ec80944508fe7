using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>The server as a program: what it prints, how it ends, what it leaves behind.</summary>
public sealed class ServeProcessSpecs : IDisposable
{
    private readonly string _config = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_config);

    [Fact]
    public async Task A_server_for_one_round_prints_its_transcript_and_ends()
    {
        using var server = await ArbiterProcess.StartAsync("--once", "--port", "0");
        using (var x = await server.SendAsync("Client X: Alice\n"))
        using (var y = await server.SendAsync("Client Y: Bob\n"))
        {
            var told = await x.ReadToEndAsync();
            Assert.Contains(" received before ", told, StringComparison.Ordinal);
            Assert.Equal(told, await y.ReadToEndAsync());
        }

        Assert.Equal(0, await server.ExitCodeAsync());
        var transcript = await server.Output.Rest();
        Assert.Equal(
            ["Message Received: Client X: Alice", "Message Received: Client Y: Bob"], transcript[..2].Order());
        Assert.Equal(["Sent acknowledgment to both X and Y"], transcript[2..]);
        Assert.False(File.Exists(server.PortFile));
    }

    [Theory]
    [InlineData(ProcessSignal.Terminate)]
    [InlineData(ProcessSignal.Interrupt)]
    public async Task A_signal_has_waiting_contenders_told_and_ends_the_server_in_order(ProcessSignal signal)
    {
        using var server = await ArbiterProcess.StartAsync("--port", "0");
        using (var x = await server.SendAsync("Client X: Alice\n"))
        {
            // Another client's whole conversation: the server has accepted the first one by then.
            using (var bad = await server.SendAsync("\n"))
                Assert.StartsWith("ERROR bad-message ", await bad.ReadToEndAsync(), StringComparison.Ordinal);

            server.Send(signal);

            Assert.Equal("ERROR shutting-down the server is stopping\n", await x.ReadToEndAsync());
        }

        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.Empty(await server.Output.Rest());
        Assert.False(File.Exists(server.PortFile));
    }

    [Theory]
    [InlineData(ProcessSignal.Terminate, 143)]
    [InlineData(ProcessSignal.Interrupt, 130)]
    public async Task A_second_signal_ends_the_server_at_once(ProcessSignal signal, int exitCode)
    {
        await File.WriteAllTextAsync(_config, "arbiter { linger = 1h, drain-timeout = 1h }");
        using var server = await ArbiterProcess.StartAsync("--port", "0", "--config", _config);
        using var stubborn = await server.SendAsync("Client X: Alice\n");
        using (var bad = await server.SendAsync("\n"))
            await bad.ReadToEndAsync();
        server.Send(signal);
        await stubborn.ExpectAsync("ERROR shutting-down the server is stopping\n");

        server.Send(signal);

        Assert.Equal(exitCode, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task A_second_server_on_a_served_port_fails_and_the_first_goes_on()
    {
        using var first = await ArbiterProcess.StartAsync("--port", "0", "--contenders", "1");
        var port = first.EndPoints[0].Port.ToString(CultureInfo.InvariantCulture);

        using var second = ProcessRunner.Start("ActorArbiter", "--port", port, "--journal", "off");

        Assert.Equal(1, await second.ExitCode());
        Assert.Contains(InUse(port), await second.Error.Rest());
        Assert.Empty(await second.Output.Rest());
        using var x = await first.SendAsync("Client X: Alice\n");
        Assert.Equal("X: Alice\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task An_address_in_use_is_told_in_one_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        using var server = ProcessRunner.Start("ActorArbiter", "--port", port, "--journal", "off");

        Assert.Equal(1, await server.ExitCode());
        Assert.Equal([InUse(port)], await server.Error.Rest());
    }

    [Fact]
    public async Task What_the_server_logs_has_its_time_and_level_once_and_is_the_servers_own()
    {
        var lines = await LogOfOneClientAsync();

        Assert.All(lines, line => Assert.Matches(@"^\d\d:\d\d:\d\d\.\d{3} (info|warning) [a-z]", line));
        Assert.Equal(
            ["listening", "connection", "stopping:"], lines.Select(line => line.Split(' ')[2]));
    }

    [Fact]
    public async Task What_is_usual_is_logged_when_that_is_asked_for()
    {
        await File.WriteAllTextAsync(_config, "akka.loglevel = DEBUG");

        var lines = await LogOfOneClientAsync("--config", _config);

        Assert.Contains(lines, line => line.Contains(" debug connection 1.1 is accepted from ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_was_killed_with_clients_connected_can_be_started_again_on_its_port_at_once()
    {
        using var killed = await ArbiterProcess.StartAsync("--port", "0");
        var port = killed.EndPoints[0].Port.ToString(CultureInfo.InvariantCulture);
        using var waiting = await killed.SendAsync("Client X: Alice\n");
        using (var bad = await killed.SendAsync("\n"))
            await bad.ReadToEndAsync();
        killed.Send(ProcessSignal.Kill);
        Assert.Equal(137, await killed.ExitCodeAsync());

        using var again = await ArbiterProcess.StartAsync("--port", port, "--contenders", "1");

        using var x = await again.SendAsync("Client X: Alice\n");
        Assert.Equal("X: Alice\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task Several_listeners_come_from_the_configuration()
    {
        await File.WriteAllTextAsync(
            _config,
            """
            arbiter {
              contenders = 1
              quiet = on
              listeners = [
                { host = "127.0.0.1", port = 0, profile = classic }
                { host = "127.0.0.1", port = 0, profile = greeting }
                { host = "127.0.0.1", port = 0, profile = echo }
              ]
            }
            """);
        using var server = await ArbiterProcess.StartAsync("serve", "--config", _config);
        Assert.Equal(3, server.EndPoints.Count);

        using var classic = await server.SendAsync("Client X: Alice\n", listener: 1);
        Assert.Equal("X: Alice\n", await classic.ReadToEndAsync());
        using var greeting = await server.SendAsync("Alice\n", listener: 2);
        Assert.Equal("Client X connectedX: Alice\n", await greeting.ReadToEndAsync());
        using var echo = await server.SendAsync("hello\n", listener: 3);
        await echo.ExpectAsync("hello\n");
    }

    [Fact]
    public async Task The_address_of_a_listener_beside_configured_listeners_is_wrong_usage()
    {
        await File.WriteAllTextAsync(
            _config, "arbiter.listeners = [{ host = localhost, port = 0, profile = classic }]");

        Assert.Equal(
            ["--port has no meaning beside arbiter.listeners: give the address of each listener there"],
            await WrongUsageAsync("--config", _config, "--port", "0"));
    }

    [Fact]
    public async Task An_unknown_setting_is_wrong_usage()
    {
        await File.WriteAllTextAsync(_config, "arbiter.contender = 3");

        var error = Assert.Single(await WrongUsageAsync("--config", _config));
        Assert.Contains("arbiter.contender", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arbiter.stamps", "often", "kernel, read, off")]
    [InlineData("akka.loglevel", "LOUD", "DEBUG, INFO, WARNING, ERROR, OFF")]
    public async Task A_setting_that_is_none_of_its_words_is_told_them(string path, string value, string expected)
    {
        await File.WriteAllTextAsync(_config, $"{path} = {value}");

        Assert.Equal(
            [$"{path} is '{value}' ({_config}): expected one of {expected}"], await WrongUsageAsync("--config", _config));
    }

    [Theory]
    [InlineData("--once --rounds 2", "--once and --rounds exclude each other: --once is --rounds 1")]
    [InlineData("--contenders none", "arbiter.contenders is 'none' (--contenders): expected a whole number from 1 to 106")]
    [InlineData("--nonsense", "unknown option --nonsense (--help lists them)")]
    [InlineData("--port-file --nonsense", "unknown option --nonsense (--help lists them)")]
    [InlineData("serve extra", "'extra' is one argument too many")]
    [InlineData("--port 13000 demo", "--port has no meaning for demo")]
    [InlineData("demo --once", "--once has no meaning for demo")]
    public async Task Wrong_usage_is_told_in_one_line(string arguments, string error) =>
        Assert.Equal([error], await WrongUsageAsync(arguments.Split(' ')));

    /// <summary>Runs a server for a client that says nothing of use; what it wrote to stderr.</summary>
    private static async Task<string[]> LogOfOneClientAsync(params string[] arguments)
    {
        using var server = await ArbiterProcess.StartAsync(["--port", "0", .. arguments]);
        using (var bad = await server.SendAsync("\n"))
            await bad.ReadToEndAsync();
        server.Send(ProcessSignal.Terminate);
        Assert.Equal(0, await server.ExitCodeAsync());
        return await server.Error.Rest();
    }

    private static string InUse(string port) =>
        $"cannot listen on 127.0.0.1:{port}: port {port} is in use; choose another --port, or --port 0 for a free one";

    /// <summary>Runs a server that does not start; what it wrote to stderr.</summary>
    private static async Task<string[]> WrongUsageAsync(params string[] arguments)
    {
        using var server = ProcessRunner.Start("ActorArbiter", arguments);
        Assert.Equal(2, await server.ExitCode());
        Assert.Empty(await server.Output.Rest());
        return [.. (await server.Error.Rest()).Where(line => line.Length > 0)];
    }
}
