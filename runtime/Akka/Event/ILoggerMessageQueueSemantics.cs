using Akka.Dispatch;

namespace Akka.Event;

/// <summary>A queue fit for a logger: it takes every event.</summary>
public interface ILoggerMessageQueueSemantics : ISemantics;
