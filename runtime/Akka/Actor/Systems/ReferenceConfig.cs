using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The defaults: the reference.conf files of the folders of this assembly, put together.</summary>
internal static class ReferenceConfig
{
    internal static Config Instance { get; } = Read();

    private static Config Read()
    {
        var assembly = typeof(ReferenceConfig).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".reference.conf", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Aggregate(
                ConfigurationFactory.Empty,
                (all, name) => all.SafeWithFallback(ConfigurationFactory.FromResource(name, assembly))!);
    }
}
