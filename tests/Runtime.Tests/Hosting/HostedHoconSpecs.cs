using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using TestSupport;

namespace Runtime.Tests.Hosting;

public sealed class HostedHoconSpecs : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Appended_HOCON_is_a_fallback()
    {
        var config = await ConfigOf(builder => builder
            .AddHocon("spec { both = old, old = old }", HoconAddMode.Append)
            .AddHocon("spec { both = new, new = new }", HoconAddMode.Append));

        Assert.Equal("old", config.GetString("spec.both"));
        Assert.Equal("old", config.GetString("spec.old"));
        Assert.Equal("new", config.GetString("spec.new"));
    }

    [Fact]
    public async Task Prepended_HOCON_wins_and_keeps_the_rest()
    {
        var config = await ConfigOf(builder => builder
            .AddHocon("spec { both = old, old = old }", HoconAddMode.Append)
            .AddHocon("spec { both = new, new = new }", HoconAddMode.Prepend));

        Assert.Equal("new", config.GetString("spec.both"));
        Assert.Equal("old", config.GetString("spec.old"));
        Assert.Equal("new", config.GetString("spec.new"));
    }

    [BundledOnlyFact("Replace does what Prepend does: the HOCON added before stays as a fallback.")]
    public async Task Replacing_HOCON_drops_what_was_added_before()
    {
        var config = await ConfigOf(builder => builder
            .AddHocon("spec { both = old, old = old }", HoconAddMode.Append)
            .AddHocon(
                """
                akka { loggers = [], stdout-loglevel = "OFF" }
                spec.both = new
                """,
                HoconAddMode.Replace));

        Assert.Equal("new", config.GetString("spec.both"));
        Assert.False(config.HasPath("spec.old"));
    }

    [Fact]
    public async Task HOCON_comes_from_a_file()
    {
        var file = await FileWith("spec { both = file, file = file }");

        var config = await ConfigOf(builder => builder
            .AddHocon("spec.both = text", HoconAddMode.Append)
            .AddHoconFile(file, HoconAddMode.Append));

        Assert.Equal("text", config.GetString("spec.both"));
        Assert.Equal("file", config.GetString("spec.file"));
    }

    [Fact]
    public async Task A_missing_HOCON_file_fails_the_start_and_is_named()
    {
        var file = Path.Combine(_directory.FullName, "missing.conf");
        using var host = HostFixture.Build(builder => builder.AddHoconFile(file, HoconAddMode.Append));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [BundledOnlyFact("The error of a broken file does not say which file it is.")]
    public async Task A_broken_HOCON_file_fails_the_start_and_is_named()
    {
        var file = await FileWith("spec { open = [1, 2");
        using var host = HostFixture.Build(builder => builder.AddHoconFile(file, HoconAddMode.Append));

        var error = await Assert.ThrowsAsync<ConfigurationException>(() => host.StartAsync());

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bootstrap_setup_contributes_its_configuration_in_front()
    {
        var config = await ConfigOf(builder => builder
            .AddHocon("spec { both = text, text = text }", HoconAddMode.Append)
            .AddSetup(BootstrapSetup.Create().WithConfig("spec.both = setup")));

        Assert.Equal("setup", config.GetString("spec.both"));
        Assert.Equal("text", config.GetString("spec.text"));
    }

    [Fact]
    public async Task The_defaults_of_the_system_are_behind_everything_added()
    {
        var config = await ConfigOf(builder => builder
            .AddHocon("akka.actor.default-dispatcher.throughput = 7", HoconAddMode.Append));

        Assert.Equal(7, config.GetInt("akka.actor.default-dispatcher.throughput"));
        Assert.True(config.HasPath("akka.actor.default-dispatcher.type"));
    }

    private async Task<string> FileWith(string hocon)
    {
        var file = Path.Combine(_directory.FullName, "spec.conf");
        await File.WriteAllTextAsync(file, hocon);
        return file;
    }

    private static async Task<Config> ConfigOf(Action<AkkaConfigurationBuilder> configure)
    {
        using var host = HostFixture.Build(configure);
        await host.StartAsync();
        var config = host.System().Settings.Config;
        await host.StopAsync();
        return config;
    }
}
