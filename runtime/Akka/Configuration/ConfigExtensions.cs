using System.Diagnostics.CodeAnalysis;

namespace Akka.Configuration;

/// <summary>What can be asked of a <see cref="Config"/> that may be null.</summary>
public static class ConfigExtensions
{
    /// <summary>
    /// <see cref="Config.WithFallback"/> for a configuration that may be null, or that may be the fallback itself.
    /// </summary>
    [return: NotNullIfNotNull(nameof(config))]
    [return: NotNullIfNotNull(nameof(fallback))]
    public static Config? SafeWithFallback(this Config? config, Config? fallback) =>
        config is null || ReferenceEquals(config, fallback) ? fallback : config.WithFallback(fallback);

    /// <summary>True if there is no configuration, or one without a single setting.</summary>
    public static bool IsNullOrEmpty([NotNullWhen(false)] this Config? config) => config is null || config.IsEmpty;
}
