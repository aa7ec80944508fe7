using System.Collections.Immutable;
using Akka.Util;

namespace Akka.Actor.Setup;

/// <summary>The setups of an actor system, one of each type. Immutable.</summary>
public sealed class ActorSystemSetup
{
    /// <summary>No setups.</summary>
    public static readonly ActorSystemSetup Empty = new(ImmutableDictionary<Type, Setup>.Empty);

    private readonly ImmutableDictionary<Type, Setup> _setups;

    private ActorSystemSetup(ImmutableDictionary<Type, Setup> setups) => _setups = setups;

    /// <summary>Puts setups together; of those of one type the last counts.</summary>
    /// <param name="setup">The setups.</param>
    public static ActorSystemSetup Create(params Setup[] setup) =>
        setup.Aggregate(Empty, (all, each) => new ActorSystemSetup(all._setups.SetItem(each.GetType(), each)));

    /// <summary>The setup of a type, if there is one.</summary>
    /// <typeparam name="T">The type.</typeparam>
    public Option<T> Get<T>()
        where T : Setup =>
        _setups.TryGetValue(typeof(T), out var setup) ? new Option<T>((T)setup) : Option<T>.None;

    /// <summary>Adds a setup, in the place of one of the same type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="setup">The setup.</param>
    public ActorSystemSetup WithSetup<T>(T setup)
        where T : Setup =>
        new(_setups.SetItem(typeof(T), setup));

    /// <inheritdoc cref="WithSetup{T}"/>
    public ActorSystemSetup And<T>(T setup)
        where T : Setup =>
        WithSetup(setup);
}
