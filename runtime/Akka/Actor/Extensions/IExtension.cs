
namespace Akka.Actor;

/// <summary>Marks what an extension adds to an actor system: one instance per system, made on first use.</summary>
public interface IExtension;
