namespace Akka.Dispatch;

/// <summary>What a message queue promises; the base of such promises.</summary>
public interface ISemantics;
