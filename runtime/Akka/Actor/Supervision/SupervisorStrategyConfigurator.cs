using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Creates the strategy of the guardian; named by <c>akka.actor.guardian-supervisor-strategy</c>.</summary>
public abstract class SupervisorStrategyConfigurator
{
    /// <summary>Creates the strategy.</summary>
    public abstract SupervisorStrategy Create();

    /// <summary>Creates a configurator from the name of its type.</summary>
    /// <param name="typeName">The name, with its assembly unless it is of this one.</param>
    /// <exception cref="ConfigurationException">There is no such configurator.</exception>
    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName)
    {
        var type = Type.GetType(typeName);
        if (type is null || !typeof(SupervisorStrategyConfigurator).IsAssignableFrom(type))
        {
            throw new ConfigurationException(
                $"Could not resolve SupervisorStrategyConfigurator type '{typeName}': it must name a type derived from "
                + $"{typeof(SupervisorStrategyConfigurator)}, with its assembly.");
        }

        return (SupervisorStrategyConfigurator)Activator.CreateInstance(type)!;
    }
}
