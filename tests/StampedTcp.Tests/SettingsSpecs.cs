using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Configuration.Hocon;
using Akka.Hosting;
using Akka.TestKit.Xunit2;
using Microsoft.Extensions.DependencyInjection;
using StampedTcp.Tests.Support;

namespace StampedTcp.Tests;

/// <summary>Where settings come from, and that each of them is one.</summary>
public sealed class SettingsSpecs
{
    private const string Dispatcher = "stamped-tcp.dispatcher";
    private const string Listener = "stamped-tcp.listener";

    /// <summary>Each setting, another value than its default, and what shows that it was read.</summary>
    public static TheoryData<string, string, string> Settings => new()
    {
        { $"{Dispatcher}.throughput", "9", "Throughput = 9" },
        { $"{Dispatcher}.awake-for", "2ms", Several("AwakeFor = 00:00:00.0020000") },
        { $"{Dispatcher}.assist-from", "3", Several("AssistFrom = 3 ") },
        { $"{Listener}.backlog", "17", "Backlog = 17" },
        { $"{Listener}.kernel-timestamps", "off", "KernelTimestamps = False" },
        { $"{Listener}.no-delay", "off", "NoDelay = False" },
        { $"{Listener}.accept-pause", "3s", "AcceptPause = 00:00:03" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_that_is_changed_takes_effect(string path, string value, string effect)
    {
        using var system = new TestKit($"{path} = {value}");

        Assert.Contains(effect, Effects(system.Sys), StringComparison.Ordinal);
        await system.Sys.Terminate();
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_setting_has_another_value_unless_it_is_changed(string path, string value, string effect)
    {
        using var system = new TestKit();

        Assert.False(Effects(system.Sys).Contains(effect, StringComparison.Ordinal) && effect.Length > 0, $"{path} is {value}");
        await system.Sys.Terminate();
    }

    [Fact]
    public void There_are_no_others_but_the_type()
    {
        var tested = Settings.Select(row => (string)row[0]).Append($"{Dispatcher}.type");

        Assert.Equal(tested.Order(), PathsOf(StampedTcpExtension.DefaultConfiguration().Root.GetObject(), "").Order());
    }

    [Fact]
    public async Task What_is_documented_as_defaults_is_what_options_have_by_themselves()
    {
        using var system = new TestKit();

        Assert.Equal(new StampedListenerOptions(), StampedTcpExtension.For(system.Sys).ListenerDefaults);
        await system.Sys.Terminate();
    }

    [Fact]
    public async Task A_dispatcher_of_which_nothing_is_said_but_its_type_is_the_documented_one()
    {
        var type = typeof(EventLoopDispatcherConfigurator).AssemblyQualifiedName;
        using var system = new TestKit($"bare.type = \"{type}\"");
        StampedTcpExtension.For(system.Sys);

        var documented = Assert.IsType<EventLoopDispatcher>(system.Sys.Dispatchers.Lookup(StampedTcpExtension.DispatcherId));
        var bare = Assert.IsType<EventLoopDispatcher>(system.Sys.Dispatchers.Lookup("bare"));

        Assert.Equal(documented.Loop.Options, bare.Loop.Options);
        Assert.Equal(Environment.ProcessorCount > 1 ? TimeSpan.FromMicroseconds(50) : TimeSpan.Zero, bare.Loop.Options.AwakeFor);
        Assert.Equal("bare", bare.Id);
        await system.Sys.Terminate();
    }

    [Fact]
    public async Task The_extension_brings_the_settings_to_a_system_that_was_made_without_them()
    {
        using var system = new TestKit();
        Assert.False(system.Sys.Dispatchers.HasDispatcher(StampedTcpExtension.DispatcherId));

        Assert.Same(StampedTcpExtension.For(system.Sys), StampedTcpExtension.For(system.Sys));

        Assert.IsType<EventLoopDispatcher>(system.Sys.Dispatchers.Lookup(StampedTcpExtension.DispatcherId));
        await system.Sys.Terminate();
    }

    [Fact]
    public void A_setup_that_changes_nothing_has_no_settings() =>
        Assert.True(StampedTcpHosting.ConfigurationOf(new StampedTcpSetup()).IsEmpty);

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, true)]
    public async Task A_hosted_system_has_what_was_asked_for_and_nothing_else(bool isDefaultDispatcher, bool hasLightMailboxes, bool hasQuietScheduler)
    {
        await using var plain = Services(akka => akka);
        await using var services = Services(akka => akka.WithStampedTcp(setup =>
        {
            setup.IsDefaultDispatcher = isDefaultDispatcher;
            setup.HasLightMailboxes = hasLightMailboxes;
            setup.HasQuietScheduler = hasQuietScheduler;
        }));
        var system = services.GetRequiredService<ActorSystem>();

        Assert.IsType<EventLoopDispatcher>(system.Dispatchers.Lookup(StampedTcpExtension.DispatcherId));
        Assert.Equal(isDefaultDispatcher, system.Dispatchers.DefaultGlobalDispatcher is EventLoopDispatcher);
        Assert.Equal(hasQuietScheduler, system.Scheduler is QuietScheduler);
        var isLight = await LoopActor.Elsewhere(system).InTurnAsync(context => ((ActorCell)context).Mailbox!.MessageQueue is LightMessageQueue);
        Assert.Equal(hasLightMailboxes, isLight);

        // Line by line, for the configuration is said in an order.
        var asked = new[] { isDefaultDispatcher, hasLightMailboxes, hasQuietScheduler }.Count(asked => asked) + (isDefaultDispatcher ? 1 : 0);
        var changed = ValuesOf(system).Except(ValuesOf(plain.GetRequiredService<ActorSystem>()))
            .Where(value => !value.StartsWith("stamped-tcp.", StringComparison.Ordinal));
        Assert.InRange(changed.Count(), Math.Min(asked, 1), asked);
        await system.Terminate();
        await plain.GetRequiredService<ActorSystem>().Terminate();
    }

    [Fact]
    public async Task Settings_of_the_host_are_over_the_defaults()
    {
        await using var services = Services(akka => akka.AddHocon($"{Listener}.backlog = 7", HoconAddMode.Prepend).WithStampedTcp());
        var system = services.GetRequiredService<ActorSystem>();

        Assert.Equal(7, StampedTcpExtension.For(system).ListenerDefaults.Backlog);
        await system.Terminate();
    }

    [Fact]
    public void Nothing_is_asked_of_no_builder_and_no_setup()
    {
        Assert.Throws<ArgumentNullException>(() => StampedTcpHosting.WithStampedTcp(null!));
        Assert.Throws<ArgumentNullException>(() => StampedTcpHosting.ConfigurationOf(null!));
    }

    private static string Effects(ActorSystem system)
    {
        var listener = StampedTcpExtension.For(system).ListenerDefaults;
        var dispatcher = Assert.IsType<EventLoopDispatcher>(system.Dispatchers.Lookup(StampedTcpExtension.DispatcherId));
        return $"{listener} Throughput = {dispatcher.Throughput} {dispatcher.Loop.Options}";
    }

    // They have no effect on a single processor.
    private static string Several(string effect) => Environment.ProcessorCount > 1 ? effect : "";

    private static IEnumerable<string> PathsOf(HoconObject settings, string prefix) => settings.Items.SelectMany(item =>
        item.Value.IsObject() ? PathsOf(item.Value.GetObject(), $"{prefix}{item.Key}.") : [$"{prefix}{item.Key}"]);

    private static IEnumerable<string> ValuesOf(ActorSystem system)
    {
        var config = system.Settings.Config;
        return PathsOf(config.Root.GetObject(), "").Select(path => $"{path} = {config.GetValue(path)}");
    }

    private static ServiceProvider Services(Func<AkkaConfigurationBuilder, AkkaConfigurationBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAkka("hosted", akka => configure(akka.AddHocon("akka.loglevel = OFF", HoconAddMode.Prepend)));
        return services.BuildServiceProvider();
    }
}
