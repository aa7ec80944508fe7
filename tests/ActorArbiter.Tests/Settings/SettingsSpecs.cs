using ActorArbiter.Settings;

namespace ActorArbiter.Tests.Settings;

public sealed class SettingsSpecs : IDisposable
{
    private const string Defaults = """
        program {
          host = "127.0.0.1"    # a text
          port = 12000          # a number
          quiet = off
          connect-wait = 10s
          shape = round
          file = ""
          limits {
            open-rounds = 1000
          }
          listeners = []
        }
        akka.loglevel = WARNING
        """;

    private static readonly SettingsSchema Schema = new("program", "PROGRAM__", Defaults);

    private readonly string _file = Path.GetTempFileName();

    private enum Shape
    {
        Round,
        Square,
    }

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Defaults_hold_where_nothing_else_is_said()
    {
        var settings = Load();

        Assert.Equal("127.0.0.1", settings.Text("program.host"));
        Assert.Equal(12000, settings.Port("program.port"));
        Assert.Equal(TimeSpan.FromSeconds(10), settings.Duration("program.connect-wait"));
        Assert.False(settings.Flag("program.quiet"));
        Assert.Equal(Shape.Round, settings.Choice<Shape>("program.shape"));
        Assert.Equal(1000, settings.Number("program.limits.open-rounds", 1, 5000));
        Assert.Null(settings.OptionalText("program.file"));
        Assert.Empty(settings.Objects("program.listeners", "port"));
        Assert.Equal("WARNING", settings.Config.GetString("akka.loglevel"));
    }

    [Fact]
    public void The_command_line_wins_over_the_environment_over_the_file_over_the_defaults()
    {
        var settings = Load(
            file: "program { port = 1, host = from-file, connect-wait = 1s }",
            environment: [("PROGRAM__PORT", "2"), ("PROGRAM__HOST", "from-environment")],
            commandLine: [new CommandLineSetting("program.port", "--port", "3")]);

        Assert.Equal(3, settings.Port("program.port"));
        Assert.Equal("from-environment", settings.Text("program.host"));
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Duration("program.connect-wait"));
        Assert.Equal(3, settings.Config.GetInt("program.port"));
    }

    [Fact]
    public void A_variable_reaches_settings_with_dashes_and_in_groups()
    {
        var settings = Load(environment: [("PROGRAM__LIMITS__OPEN_ROUNDS", "7"), ("PROGRAM__CONNECT_WAIT", "5ms")]);

        Assert.Equal(7, settings.Number("program.limits.open-rounds", 1, 9));
        Assert.Equal(TimeSpan.FromMilliseconds(5), settings.Duration("program.connect-wait"));
    }

    [Fact]
    public void Variables_without_the_prefix_are_nobodys_business() =>
        Assert.Equal(12000, Load(environment: [("PROGRAM_PORT", "2"), ("OTHER__PORT", "3")]).Port("program.port"));

    [Theory]
    [InlineData("C:\\temp \"quoted\"")]
    [InlineData("${program.port} {[,]} # no comment")]
    [InlineData("tab\tand Ünïcode")]
    public void A_text_of_the_environment_is_taken_as_it_is(string text) =>
        Assert.Equal(text, Load(environment: [("PROGRAM__FILE", text)]).Text("program.file"));

    [Fact]
    public void Sections_of_other_programs_and_of_the_runtime_may_stand_in_the_file()
    {
        var settings = Load(file: "other.port = 1\nakka.loglevel = DEBUG");

        Assert.Equal("DEBUG", settings.Config.GetString("akka.loglevel"));
    }

    [Theory]
    [InlineData("program.prot = 1", "unknown setting program.prot (FILE): did you mean program.port?")]
    [InlineData(
        "program.limits.open-round = 1",
        "unknown setting program.limits.open-round (FILE): did you mean program.limits.open-rounds?")]
    [InlineData("program.colour = red", "unknown setting program.colour (FILE)")]
    [InlineData("progarm.port = 1", "unknown setting progarm (FILE): did you mean program?")]
    [InlineData("program.port { a = 1 }", "program.port (FILE) is a group of settings: expected a value")]
    [InlineData("program.limits = 5", "program.limits (FILE) is a value: expected a group of settings")]
    public void An_unknown_setting_of_the_file_is_refused_with_the_nearest_name(string hocon, string message) =>
        Assert.Equal(message, Refusal(() => Load(file: hocon)));

    [Theory]
    [InlineData("PROGRAM__PROT", "unknown setting PROGRAM__PROT (environment): did you mean PROGRAM__PORT?")]
    [InlineData("PROGRAM__COLOUR", "unknown setting PROGRAM__COLOUR (environment)")]
    [InlineData("PROGRAM__LIMITS", "unknown setting PROGRAM__LIMITS (environment)")]
    public void An_unknown_variable_is_refused_with_the_nearest_name(string variable, string message) =>
        Assert.Equal(message, Refusal(() => Load(environment: [(variable, "1")])));

    [Fact]
    public void A_wrong_value_is_refused_with_its_origin_and_what_was_expected()
    {
        var fromFile = Load(file: "program { port = 65536, quiet = maybe, shape = oval, connect-wait = 10 }");
        var fromOption = Load(commandLine: [new CommandLineSetting("program.port", "--port", "abc")]);
        var fromVariable = Load(environment: [("PROGRAM__PORT", "0")]);

        Assert.Equal(
            "program.port is '65536' (FILE): expected a whole number from 1 to 65535",
            Refusal(() => fromFile.Port("program.port")));
        Assert.Equal(
            "program.quiet is 'maybe' (FILE): expected on or off", Refusal(() => fromFile.Flag("program.quiet")));
        Assert.Equal(
            "program.shape is 'oval' (FILE): expected one of round, square",
            Refusal(() => fromFile.Choice<Shape>("program.shape")));
        Assert.Equal(
            "program.connect-wait is '10' (FILE): expected a whole number followed by ms, s, m or h, from 1ms to 24h",
            Refusal(() => fromFile.Duration("program.connect-wait")));
        Assert.Equal(
            "program.port is 'abc' (--port): expected a whole number from 1 to 65535",
            Refusal(() => fromOption.Port("program.port")));
        Assert.Equal(
            "program.port is '0' (PROGRAM__PORT): expected a whole number from 1 to 65535",
            Refusal(() => fromVariable.Port("program.port")));
        Assert.Equal(0, fromVariable.ListeningPort("program.port"));
    }

    [Fact]
    public void A_list_where_a_value_belongs_is_refused()
    {
        var settings = Load(file: "program { host = [a], file = [], port = null }");

        Assert.Equal("program.host is a list (FILE): expected a text", Refusal(() => settings.Text("program.host")));
        Assert.Equal("program.file is a list (FILE): expected a text", Refusal(() => settings.Text("program.file")));
        Assert.Equal(
            "program.port is null (FILE): expected a whole number from 1 to 65535",
            Refusal(() => settings.Port("program.port")));
    }

    [Fact]
    public void A_list_of_objects_is_read_object_by_object()
    {
        var listeners = Load(file: """
            program.listeners = [
              { port = 1, shape = square }
              { port = 70000 }
            ]
            """).Objects("program.listeners", "port", "shape");

        Assert.Equal(1, listeners[0].Port("port"));
        Assert.Equal(Shape.Square, listeners[0].Choice<Shape>("shape"));
        Assert.False(listeners[1].Has("shape"));
        Assert.Equal(
            "program.listeners[1].port is '70000' (FILE): expected a whole number from 1 to 65535",
            Refusal(() => listeners[1].Port("port")));
        Assert.Equal(
            "program.listeners[1].shape is missing: expected one of round, square",
            Refusal(() => listeners[1].Choice<Shape>("shape")));
    }

    [Theory]
    [InlineData(
        "[{ prot = 1 }]", "unknown setting program.listeners[0].prot (FILE): did you mean program.listeners[0].port?")]
    [InlineData("[12000]", "program.listeners[0] is '12000' (FILE): expected an object, { ... }")]
    [InlineData("12000", "program.listeners is '12000' (FILE): expected a list of objects, [{ ... }, { ... }]")]
    public void A_list_of_something_else_is_refused(string list, string message)
    {
        var settings = Load(file: $"program.listeners = {list}");

        Assert.Equal(message, Refusal(() => settings.Objects("program.listeners", "port")));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Equal(
            "there is no configuration file nowhere.conf",
            Assert.Throws<SettingsException>(
                () => SettingsLoader.Load(Schema, "nowhere.conf", NoVariables, [])).Message);

    [Fact]
    public void A_file_that_cannot_be_read_is_refused_in_one_line()
    {
        var message = Assert.Throws<SettingsException>(
            () => SettingsLoader.Load(Schema, Path.GetTempPath(), NoVariables, [])).Message;

        Assert.StartsWith("cannot read the configuration file ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_file_that_is_not_HOCON_is_refused_in_one_line()
    {
        var message = Refusal(() => Load(file: "program.host = \"\\q\""));

        Assert.StartsWith("FILE is not valid HOCON: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static Dictionary<string, string> NoVariables => [];

    private SettingsReader Load(
        string? file = null,
        (string Name, string Value)[]? environment = null,
        CommandLineSetting[]? commandLine = null)
    {
        File.WriteAllText(_file, file);
        return SettingsLoader.Load(
            Schema,
            file is null ? null : _file,
            (environment ?? []).ToDictionary(variable => variable.Name, variable => variable.Value),
            commandLine ?? []);
    }

    private string Refusal(Func<object> read) =>
        Assert.Throws<SettingsException>(read).Message.Replace(_file, "FILE", StringComparison.Ordinal);
}
