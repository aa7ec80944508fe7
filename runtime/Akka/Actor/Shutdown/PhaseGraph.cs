using Akka.Configuration;

namespace Akka.Actor;

/// <summary>The phases of a shutdown, in an order that respects what each depends on.</summary>
internal sealed class PhaseGraph
{
    private readonly Dictionary<string, Phase> _phases;
    private readonly List<Phase> _ordered = [];

    private PhaseGraph(Dictionary<string, Phase> phases)
    {
        _phases = phases;
        foreach (var phase in phases.Values)
            Visit(phase, []);
    }

    /// <summary>All phases, each after those it depends on.</summary>
    public IReadOnlyList<Phase> Ordered => _ordered;

    /// <summary>The names of all phases, for messages.</summary>
    public string Names => string.Join(", ", _ordered.Select(phase => phase.Name));

    /// <summary>Reads <c>akka.coordinated-shutdown</c>.</summary>
    /// <exception cref="ConfigurationException">A phase depends on one that is not defined.</exception>
    /// <exception cref="ArgumentException">Phases depend on each other in a cycle.</exception>
    public static PhaseGraph FromConfig(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout", null, allowInfinite: false);
        var phases = config.GetConfig("phases")!;
        var names = phases.AsEnumerable().Select(entry => entry.Key).Distinct();
        return new PhaseGraph(
            names.ToDictionary(name => name, name => Read(name, phases.GetConfig(name), defaultTimeout)));
    }

    public Phase? Find(string name) => _phases.GetValueOrDefault(name);

    /// <summary>The phases from <paramref name="name"/> on, in their order.</summary>
    public IEnumerable<Phase> From(string name) => _ordered.SkipWhile(phase => phase.Name != name);

    private static Phase Read(string name, Config? config, TimeSpan defaultTimeout)
    {
        if (config is null || config.IsEmpty)
            return new Phase(name, [], defaultTimeout, true);

        return new Phase(
            name,
            [.. config.GetStringList("depends-on", [])],
            config.GetTimeSpan("timeout", defaultTimeout, allowInfinite: false),
            config.GetBoolean("recover", true));
    }

    private void Visit(Phase phase, List<string> path)
    {
        if (_ordered.Contains(phase))
            return;

        var cycle = path.IndexOf(phase.Name);
        path.Add(phase.Name);
        if (cycle >= 0)
        {
            throw new ArgumentException(
                $"Phases of akka.coordinated-shutdown.phases depend on each other: "
                + $"[{string.Join(" -> ", path.Skip(cycle))}]. Take one of these out of a depends-on.");
        }

        foreach (var name in phase.DependsOn)
            Visit(Dependency(phase, name), path);

        path.RemoveAt(path.Count - 1);
        _ordered.Add(phase);
    }

    private Phase Dependency(Phase phase, string name)
        => Find(name) ?? throw new ConfigurationException(
            $"akka.coordinated-shutdown.phases.{phase.Name} depends on [{name}], which is not among the phases. "
            + $"Define it: akka.coordinated-shutdown.phases.{name} {{}}");
}
