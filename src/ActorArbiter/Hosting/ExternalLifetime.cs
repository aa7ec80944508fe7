using Microsoft.Extensions.Hosting;

namespace ActorArbiter.Hosting;

/// <summary>A host whose start and end are the program's business: it neither waits for signals nor prints.</summary>
internal sealed class ExternalLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
