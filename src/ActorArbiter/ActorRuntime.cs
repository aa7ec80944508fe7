using ActorArbiter.Ordering;
using Akka.IO;

namespace ActorArbiter;

/// <summary>All that differs between the bundled actor runtime and Akka.NET's own packages.</summary>
internal static class ActorRuntime
{
    /// <summary>
    /// What to ask of a listener in pull mode. The bundled runtime accepts this many connections; Akka.NET 1.5.30 keeps
    /// this many accepts outstanding for ever.
    /// </summary>
    public const int AcceptBatch = 16;

    /// <summary>Whether a listener in pull mode must be asked again when it has accepted what it was asked for.</summary>
    public static bool AcceptsOneBatch => false;

    /// <summary>
    /// Whether connections outlive the listener that accepted them. In Akka.NET 1.5.30 they are its children: unbinding
    /// resets them all.
    /// </summary>
    public static bool ConnectionsOutliveListener => false;

    /// <summary>
    /// When the last byte of <paramref name="received"/> reached this host. Akka.NET's packages do not say: there it is the
    /// monotonic clock, read now.
    /// </summary>
    public static ReceiveStamp StampOf(Tcp.Received received) =>
        new(StampSource.Clock, TimeProvider.System.GetElapsedTime(0).Ticks * TimeSpan.NanosecondsPerTick);
}
