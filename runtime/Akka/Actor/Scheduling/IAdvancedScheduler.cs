namespace Akka.Actor;

/// <summary>The scheduling of code rather than messages.</summary>
public interface IAdvancedScheduler : IActionScheduler
{
}
