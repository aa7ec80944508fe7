namespace Akka.Actor;

/// <summary>Something was scheduled on a scheduler that has been shut down.</summary>
public sealed class SchedulerException : AkkaException
{
    /// <summary>Creates the exception.</summary>
    public SchedulerException(string message) : base(message)
    {
    }
}
