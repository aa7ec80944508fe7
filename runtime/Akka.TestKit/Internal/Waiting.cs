namespace Akka.TestKit.Internal;

/// <summary>
/// How an expectation waits. Each is written once, as an asynchronous method that takes this: with
/// <see cref="Blocking"/> every wait inside it completes before it returns, so the result is there at once, and no
/// thread of the pool is needed to get it.
/// </summary>
internal enum Waiting
{
    /// <summary>Holds the calling thread.</summary>
    Blocking,

    /// <summary>Gives the thread back.</summary>
    Asynchronous,
}
