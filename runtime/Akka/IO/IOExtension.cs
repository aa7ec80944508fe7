using Akka.Actor;

namespace Akka.IO;

/// <summary>An extension that does input and output through a manager actor.</summary>
public abstract class IOExtension : IExtension
{
    /// <summary>The actor that takes the extension's commands.</summary>
    public abstract IActorRef Manager { get; }
}
