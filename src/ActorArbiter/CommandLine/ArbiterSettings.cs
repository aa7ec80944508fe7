using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorArbiter.Connections;
using ActorArbiter.Journal;
using ActorArbiter.Ordering;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Server;
using ActorArbiter.Settings;
using ActorArbiter.StampedTcp;
using ActorArbiter.Transports;

namespace ActorArbiter.CommandLine;

/// <summary>Reads the server's settings.</summary>
internal static class ArbiterSettings
{
    public const string JournalPath = "arbiter.journal";

    private const string Off = "off";

    /// <summary>Every setting with its default: hocon/arbiter.conf.</summary>
    public static SettingsSchema Schema { get; } =
        SettingsSchema.FromResource(typeof(ArbiterSettings).Assembly, "arbiter.conf", "arbiter", "ARBITER__");

    /// <exception cref="SettingsException">A value is not what it should be.</exception>
    public static ArbiterOptions Read(SettingsReader settings)
    {
        CheckLogLevel(settings);
        return Options(settings);
    }

    private static ArbiterOptions Options(SettingsReader settings) => new()
    {
        Listeners = Listeners(settings),
        Transport = new TransportOptions
        {
            Kind = Transport(settings),
            Stamps = settings.Choice<StampSetting>("arbiter.stamps"),
        },
        Ordering = new OrderingOptions
        {
            Contenders = settings.Number("arbiter.contenders", 1, ProtocolLimits.MaxContenders),
            Rounds = NumberOrOff(settings, "arbiter.rounds"),
            RoundTimeout = settings.Duration("arbiter.round-timeout"),
            MessageTimeout = settings.Duration("arbiter.message-timeout"),
            MaxOpenRounds = settings.Number("arbiter.max-open-rounds", 1, int.MaxValue),
            Sessions = new SessionOptions
            {
                RoundTimeout = settings.Duration("arbiter.round-timeout"),
                Settle = settings.Duration("arbiter.settle"),
                SeatHold = settings.Duration("arbiter.seat-hold"),
                MaxOpenRounds = settings.Number("arbiter.max-open-rounds", 1, int.MaxValue),
                MaxContenders = settings.Number("arbiter.max-contenders", 1, JoinOptions.MaxOf),
                DecidedRounds = settings.Number("arbiter.decided-rounds", 1, int.MaxValue),
                DecidedBytes = settings.Number("arbiter.decided-bytes", 1, int.MaxValue),
            },
        },
        Connections = new ConnectionOptions
        {
            QuietTime = settings.Duration("arbiter.quiet-time"),
            LineTimeout = settings.Duration("arbiter.line-timeout"),
            IdleTimeout = settings.Duration("arbiter.idle-timeout"),
            Linger = settings.Duration("arbiter.linger"),
            MaxUnreadOutput = settings.Number("arbiter.max-unread-output", 1, int.MaxValue),
        },
        Limits = new LimitOptions
        {
            MaxConnections = settings.Number("arbiter.max-connections", 1, int.MaxValue),
            MaxConnectionsPerAddress = NumberOrOff(settings, "arbiter.max-connections-per-address"),
        },
        Journal = Journal(settings),
        PortFile = settings.OptionalText("arbiter.port-file"),
        Quiet = settings.Flag("arbiter.quiet"),
        DrainTimeout = settings.Duration("arbiter.drain-timeout"),
    };

    /// <summary>Where the journal is; none where verdicts are not kept.</summary>
    /// <exception cref="SettingsException">A value is not what it should be.</exception>
    public static JournalOptions? Journal(SettingsReader settings)
    {
        var keep = NumberOrOff(settings, "arbiter.journal-keep");
        var path = settings.Parsed(JournalPath, $"a file, or {Off}", (string text, out string value) =>
        {
            value = text;
            return !string.IsNullOrWhiteSpace(text);
        });
        return path == Off ? null : new JournalOptions(path, keep);
    }

    /// <summary>Whether listeners are configured as a list, so that host, port and profile do not count.</summary>
    public static bool HasListenerList(SettingsReader settings) => ListenerList(settings).Count > 0;

    private static IReadOnlyList<ListenerOptions> Listeners(SettingsReader settings)
    {
        var list = ListenerList(settings);
        if (list.Count == 0)
            return [Listener(1, settings, "arbiter.")];
        return [.. list.Select((listener, index) => Listener(index + 1, listener, ""))];
    }

    private static IReadOnlyList<SettingsReader> ListenerList(SettingsReader settings) =>
        settings.Objects("arbiter.listeners", "host", "port", "profile");

    private static ListenerOptions Listener(int number, SettingsReader settings, string prefix) => new(
        number,
        new IPEndPoint(Address(settings, prefix + "host"), settings.ListeningPort(prefix + "port")),
        settings.Choice<ListenerProfile>(prefix + "profile"));

    private static IPAddress Address(SettingsReader settings, string path)
    {
        const string Expected = "an address of this machine, or a name that resolves to one";
        var host = settings.Text(path);
        if (string.IsNullOrWhiteSpace(host))
            throw settings.Wrong(path, Expected); // Dns takes an empty name for any address of this machine.
        if (IPAddress.TryParse(host, out var address))
            return address;
        try
        {
            return Dns.GetHostAddresses(host)[0];
        }
        catch (Exception e) when (e is SocketException or ArgumentException or IndexOutOfRangeException)
        {
            throw settings.Wrong(path, Expected);
        }
    }

    private static TransportKind Transport(SettingsReader settings) => settings.Parsed(
        "arbiter.transport",
        StampedTcpExtension.IsSupported ? "one of auto, stamped, akka-io" : "auto or akka-io: stamped needs a 64-bit Linux",
        (string text, out TransportKind kind) =>
        {
            kind = text == "stamped" || (text == "auto" && StampedTcpExtension.IsSupported) ? TransportKind.Stamped : TransportKind.AkkaIo;
            return text is "auto" or "akka-io" || (text == "stamped" && StampedTcpExtension.IsSupported);
        });

    /// <summary>The actor system would not start with another, and end the program with a stack trace.</summary>
    private static void CheckLogLevel(SettingsReader settings) => settings.Parsed(
        "akka.loglevel",
        "one of DEBUG, INFO, WARNING, ERROR, OFF",
        (string text, out string value) =>
            (value = text.ToUpperInvariant()) is "DEBUG" or "INFO" or "WARNING" or "ERROR" or "OFF");

    private static int? NumberOrOff(SettingsReader settings, string path) => settings.Parsed(
        path,
        $"a whole number from 1, or {Off}",
        (string text, out int? value) =>
        {
            var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            value = isNumber ? number : null;
            return isNumber ? number > 0 : text == Off;
        });
}
