using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>What the hosted service reports to the host's own log.</summary>
internal static partial class AkkaHostedServiceLog
{
    [LoggerMessage(1, LogLevel.Critical, "The actor system did not start; the host stops")]
    public static partial void StartFailed(ILogger logger, Exception reason);

    [LoggerMessage(2, LogLevel.Error, "The actor system whose start failed did not shut down cleanly")]
    public static partial void StopAfterFailedStartFailed(ILogger logger, Exception reason);
}
