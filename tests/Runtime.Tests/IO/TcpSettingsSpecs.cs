using Akka.Configuration;
using Akka.IO;
using TestSupport;

// Releases after 1.5.30 have another name for ReceivedMessageSizeLimit.
#pragma warning disable CS0618

namespace Runtime.Tests.IO;

public class TcpSettingsSpecs
{
    private const string Complete = """
        batch-accept-limit = 7
        register-timeout = 2s
        max-received-message-size = 1000
        write-commands-queue-max-size = 5000
        management-dispatcher = "some.dispatcher"
        outgoing-socket-force-ipv4 = on
        """;

    [Fact]
    public void The_settings_are_read_from_their_section()
    {
        var settings = TcpSettings.Create(ConfigurationFactory.ParseString(Complete));

        Assert.Equal(7, settings.BatchAcceptLimit);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.RegisterTimeout);
        Assert.Equal(5000, settings.WriteCommandsQueueMaxSize);
        Assert.Equal("some.dispatcher", settings.ManagementDispatcher);
        Assert.True(settings.OutgoingSocketForceIpv4);
    }

    [BundledOnlyFact("1.5.30 takes an infinite register-timeout for -1 ms.")]
    public void Unlimited_and_infinite_mean_what_they_say()
    {
        var settings = Create("max-received-message-size = unlimited, register-timeout = infinite");

        Assert.Equal(int.MaxValue, settings.ReceivedMessageSizeLimit);
        Assert.Null(settings.RegisterTimeout);
    }

    [BundledOnlyFact("1.5.30 takes such settings and fails later.")]
    public void A_setting_that_makes_no_sense_is_refused()
    {
        AssertRefused("batch-accept-limit = 0: it must be at least 1", "batch-accept-limit = 0");
        AssertRefused("max-received-message-size = -5: it must be at least 1", "max-received-message-size = -5");
        AssertRefused("write-commands-queue-max-size = -2: it must be at least -1", "write-commands-queue-max-size = -2");
        AssertRefused("receive-timestamps = often: it must be kernel, clock or off", "receive-timestamps = often");
    }

    [BaselineFact("1.5.74 reads a fixed number in its place.")]
    public void The_largest_chunk_is_read_from_the_section() =>
        Assert.Equal(1000, Create("").ReceivedMessageSizeLimit);

#if !AKKA_PACKAGES // 1.5.30 has no timestamps of received bytes.
    [Fact]
    public void Each_source_of_timestamps_has_its_word()
    {
        Assert.Equal(Tcp.ReceiveTimestampSource.Kernel, Create("receive-timestamps = kernel").ReceiveTimestamps);
        Assert.Equal(Tcp.ReceiveTimestampSource.Clock, Create("receive-timestamps = clock").ReceiveTimestamps);
        Assert.Equal(Tcp.ReceiveTimestampSource.None, Create("receive-timestamps = off").ReceiveTimestamps);
    }

    [Fact]
    public void A_section_written_for_the_packages_gets_the_kernels_timestamps() =>
        Assert.Equal(Tcp.ReceiveTimestampSource.Kernel, Create("").ReceiveTimestamps);
#endif

    private static void AssertRefused(string message, string setting)
    {
        var refused = Assert.Throws<ConfigurationException>(() => Create(setting));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static TcpSettings Create(string settings) =>
        TcpSettings.Create(ConfigurationFactory.ParseString($"{Complete}\n{settings}"));
}
