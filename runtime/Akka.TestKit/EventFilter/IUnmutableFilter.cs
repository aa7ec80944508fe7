namespace Akka.TestKit;

/// <summary>Log events are hidden until this is disposed.</summary>
public interface IUnmutableFilter : IDisposable
{
    /// <summary>Shows them again; as disposing does.</summary>
    void Unmute();
}
