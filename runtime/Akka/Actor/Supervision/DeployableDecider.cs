namespace Akka.Actor;

/// <summary>A decider that is a table from types of exceptions to directives.</summary>
public class DeployableDecider : IDecider
{
    /// <summary>Creates the decider.</summary>
    /// <param name="defaultDirective">What is done about exceptions that no rule knows.</param>
    /// <param name="pairs">The rules.</param>
    public DeployableDecider(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        DefaultDirective = defaultDirective;
        Pairs = pairs;
    }

    /// <summary>Creates the decider.</summary>
    /// <param name="defaultDirective">What is done about exceptions that no rule knows.</param>
    /// <param name="pairs">The rules.</param>
    public DeployableDecider(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs)
        : this(defaultDirective, pairs.ToArray())
    {
    }

    /// <summary>What is done about exceptions that no rule knows.</summary>
    public Directive DefaultDirective { get; }

    /// <summary>The rules.</summary>
    public KeyValuePair<Type, Directive>[] Pairs { get; }

    /// <summary>Takes the first rule whose type the exception is of.</summary>
    /// <param name="cause">The failure.</param>
    public Directive Decide(Exception cause)
    {
        foreach (var (type, directive) in Pairs)
        {
            if (type.IsInstanceOfType(cause))
            {
                return directive;
            }
        }

        return DefaultDirective;
    }
}
