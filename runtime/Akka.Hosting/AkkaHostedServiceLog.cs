using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>What the hosted service reports to the host's own log.</summary>
internal static partial class AkkaHostedServiceLog
{
    [LoggerMessage(1, LogLevel.Critical, "The actor system did not start; the host stops")]
    public static partial void StartFailed(ILogger logger, Exception reason);
}
