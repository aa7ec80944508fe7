namespace Akka.Actor;

/// <summary>A way to write the rules of <see cref="Decider.From(Directive, KeyValuePair{Type, Directive}[])"/>.</summary>
public static class DirectiveExtensions
{
    /// <summary>The rule that a type of exception leads to this directive.</summary>
    /// <typeparam name="TException">The type, or a base of it.</typeparam>
    /// <param name="self">The directive.</param>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self)
        where TException : Exception =>
        new(typeof(TException), self);
}
