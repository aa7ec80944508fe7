using ActorArbiter.CommandLine;
using ActorArbiter.Journal;
using ActorArbiter.Server;
using ActorArbiter.Settings;
using ActorArbiter.Transports;

namespace ActorArbiter.Tests.Server;

/// <summary>What the server makes of its settings.</summary>
public sealed class ArbiterSettingsSpecs : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Without_a_setting_the_server_is_what_its_readable_defaults_say()
    {
        var options = Read();

        var listener = Assert.Single(options.Listeners);
        Assert.Equal("127.0.0.1:12000", $"{listener.EndPoint}");
        Assert.Equal(ListenerProfile.Classic, listener.Profile);
        Assert.Equal(StampSetting.Kernel, options.Transport.Stamps);
        Assert.Equal(2, options.Ordering.Contenders);
        Assert.Null(options.Ordering.Rounds);
        Assert.Equal(TimeSpan.FromMinutes(10), options.Ordering.RoundTimeout);
        Assert.Equal(TimeSpan.FromMinutes(10), options.Ordering.MessageTimeout);
        Assert.Equal(TimeSpan.FromMilliseconds(200), options.Connections.QuietTime);
        Assert.Equal(TimeSpan.FromSeconds(10), options.Connections.LineTimeout);
        Assert.Equal(TimeSpan.FromMinutes(10), options.Connections.IdleTimeout);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Connections.Linger);
        Assert.Equal(TimeSpan.FromSeconds(2), options.DrainTimeout);
        Assert.Null(options.Limits.MaxConnectionsPerAddress);
        Assert.Equal(new JournalOptions("arbiter-journal.db", Keep: null), options.Journal);
        Assert.Null(options.PortFile);
        Assert.False(options.Quiet);
    }

    [Fact]
    public void The_command_line_is_stronger_than_the_environment_and_that_than_the_file()
    {
        File.WriteAllText(_file, "arbiter { contenders = 3, quiet-time = 1s, linger = 3s }");

        var options = Read(
            environment: new() { ["ARBITER__CONTENDERS"] = "4", ["ARBITER__QUIET_TIME"] = "50ms" },
            commandLine: new CommandLineSetting("arbiter.contenders", "--contenders", "5"));

        Assert.Equal(5, options.Ordering.Contenders);
        Assert.Equal(TimeSpan.FromMilliseconds(50), options.Connections.QuietTime);
        Assert.Equal(TimeSpan.FromSeconds(3), options.Connections.Linger);
    }

    [Fact]
    public void A_journal_is_a_file_or_off()
    {
        var options = Read(commandLine: new CommandLineSetting("arbiter.journal", "--journal", "final.db"));
        Assert.Equal("final.db", options.Journal?.Path);
        options = Read(new() { ["ARBITER__JOURNAL"] = "off", ["ARBITER__JOURNAL_KEEP"] = "1000" });
        Assert.Null(options.Journal);

        var error = Assert.Throws<SettingsException>(() => Read(new() { ["ARBITER__JOURNAL"] = "" }));
        Assert.Equal("arbiter.journal is '' (ARBITER__JOURNAL): expected a file, or off", error.Message);
        error = Assert.Throws<SettingsException>(() => Read(new() { ["ARBITER__JOURNAL_KEEP"] = "0" }));
        Assert.Equal(
            "arbiter.journal-keep is '0' (ARBITER__JOURNAL_KEEP): expected a whole number from 1, or off", error.Message);
    }

    [Theory]
    [InlineData("kernel", StampSetting.Kernel)]
    [InlineData("read", StampSetting.Read)]
    [InlineData("off", StampSetting.Off)]
    public void Stamps_are_the_kernels_read_or_off(string text, object setting) =>
        Assert.Equal(setting, Read(new() { ["ARBITER__STAMPS"] = text }).Transport.Stamps);

    [Fact]
    public void Several_listeners_are_numbered_in_their_order()
    {
        File.WriteAllText(
            _file,
            """
            arbiter.listeners = [
              { host = "::1", port = 12001, profile = classic }
              { host = "127.0.0.1", port = 0, profile = greeting }
              { host = localhost, port = 7, profile = echo }
            ]
            """);

        var listeners = Read().Listeners;

        Assert.Equal([1, 2, 3], listeners.Select(each => each.Number));
        Assert.Equal("[::1]:12001", $"{listeners[0].EndPoint}");
        Assert.Equal(
            [ListenerProfile.Classic, ListenerProfile.Greeting, ListenerProfile.Echo],
            listeners.Select(each => each.Profile));
    }

    [Theory]
    [InlineData("port", "65536", "a whole number from 0 to 65535")]
    [InlineData("port", "http", "a whole number from 0 to 65535")]
    [InlineData("host", "no such host", "an address of this machine, or a name that resolves to one")]
    [InlineData("host", "", "an address of this machine, or a name that resolves to one")]
    [InlineData("profile", "Classic", "one of classic, greeting, echo")]
    [InlineData("stamps", "clock", "one of kernel, read, off")]
    [InlineData("contenders", "0", "a whole number from 1 to 106")]
    [InlineData("contenders", "107", "a whole number from 1 to 106")]
    [InlineData("rounds", "0", "a whole number from 1, or off")]
    [InlineData("rounds", "many", "a whole number from 1, or off")]
    [InlineData("max-connections", "0", "a whole number from 1 to 2147483647")]
    [InlineData("max-connections-per-address", "-1", "a whole number from 1, or off")]
    [InlineData("quiet-time", "0ms", "a whole number followed by ms, s, m or h, from 1ms to 24h")]
    [InlineData("linger", "2", "a whole number followed by ms, s, m or h, from 1ms to 24h")]
    [InlineData("quiet", "maybe", "on or off")]
    public void A_wrong_value_is_named_with_where_it_came_from_and_what_is_expected(
        string setting, string value, string expected)
    {
        var error = Assert.Throws<SettingsException>(() =>
            Read(commandLine: new CommandLineSetting($"arbiter.{setting}", "--option", value)));

        Assert.Equal($"arbiter.{setting} is '{value}' (--option): expected {expected}", error.Message);
    }

    /// <summary>Akka.NET's packages cut the blanks, so that the host is shown as empty there.</summary>
    [Fact]
    public void A_host_of_blanks_is_refused()
    {
        var error = Assert.Throws<SettingsException>(() =>
            Read(commandLine: new CommandLineSetting("arbiter.host", "--host", " ")));

        Assert.Matches("^arbiter.host is ' ?' \\(--host\\): expected an address of this machine", error.Message);
    }

    [Fact]
    public void A_setting_that_is_unknown_is_an_error()
    {
        File.WriteAllText(_file, "arbiter.contender = 3");

        var error = Assert.Throws<SettingsException>(() => Read());

        Assert.Contains("arbiter.contender", error.Message, StringComparison.Ordinal);
        Assert.Contains("arbiter.contenders", error.Message, StringComparison.Ordinal);
    }

    private ArbiterOptions Read(
        Dictionary<string, string>? environment = null, params CommandLineSetting[] commandLine) =>
        ArbiterSettings.Read(SettingsLoader.Load(
            ArbiterSettings.Schema, File.Exists(_file) ? _file : null, environment ?? [], commandLine));
}
