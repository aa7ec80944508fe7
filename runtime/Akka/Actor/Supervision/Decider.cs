namespace Akka.Actor;

/// <summary>Creates deciders.</summary>
public static class Decider
{
    /// <summary>A decider that is a table.</summary>
    /// <param name="defaultDirective">What is done about exceptions that no rule knows.</param>
    /// <param name="pairs">The rules; see <see cref="DirectiveExtensions.When{TException}"/>.</param>
    public static DeployableDecider From(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs) =>
        new(defaultDirective, pairs);

    /// <summary>A decider that is a table.</summary>
    /// <param name="defaultDirective">What is done about exceptions that no rule knows.</param>
    /// <param name="pairs">The rules; see <see cref="DirectiveExtensions.When{TException}"/>.</param>
    public static DeployableDecider From(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs) =>
        new(defaultDirective, pairs);

    /// <summary>A decider that is a function.</summary>
    /// <param name="localOnlyDecider">The function.</param>
    public static LocalOnlyDecider From(Func<Exception, Directive> localOnlyDecider) => new(localOnlyDecider);
}
