namespace Akka.Dispatch;

/// <summary>A piece of work for a dispatcher.</summary>
public interface IRunnable : IThreadPoolWorkItem
{
    /// <summary>Does the work.</summary>
    void Run();
}
