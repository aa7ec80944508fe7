using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Ties the life of the actor system to the host's: each one's end is the other's.</summary>
internal sealed class AkkaHostedService : IHostedService
{
    private readonly AkkaConfigurationBuilder _configuration;
    private readonly IServiceProvider _services;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly ILogger<AkkaHostedService> _logger;
    private CoordinatedShutdown? _shutdown;

    public AkkaHostedService(
        AkkaConfigurationBuilder configuration,
        IServiceProvider services,
        IHostApplicationLifetime lifetime,
        ILogger<AkkaHostedService> logger)
    {
        _configuration = configuration;
        _services = services;
        _lifetime = lifetime;
        _logger = logger;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var system = _services.GetRequiredService<ActorSystem>();
            _shutdown = CoordinatedShutdown.Get(system);
            await _configuration.StartAsync(system);
            _ = StopHostAfter(system.WhenTerminated);
        }
        catch (Exception reason)
        {
            AkkaHostedServiceLog.StartFailed(_logger, reason);
            // The host is to see why the start failed, whatever comes of the stop.
            await StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <remarks>
    /// Every phase of the coordinated shutdown has its own timeout, so it ends by itself: cancelling would only leave
    /// actors running in a process that is about to go.
    /// </remarks>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _shutdown is null ? Task.CompletedTask : _shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);

    private async Task StopHostAfter(Task termination)
    {
        await termination;
        _lifetime.StopApplication();
    }
}
