namespace Akka.Actor;

/// <summary>A time provider whose clocks are the system's own.</summary>
public interface IDateTimeOffsetNowTimeProvider : ITimeProvider
{
}
