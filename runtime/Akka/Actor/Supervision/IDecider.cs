namespace Akka.Actor;

/// <summary>Decides what is done about a failure.</summary>
public interface IDecider
{
    /// <summary>Decides.</summary>
    /// <param name="cause">The failure.</param>
    Directive Decide(Exception cause);
}
