using System.Net.Sockets;

namespace Benchmarks.Fidelity;

/// <summary>
/// Plays rounds one after the other, from one thread: the order of its two sends is the order that the verdict has to tell.
/// </summary>
internal interface IRoundPlayer : IDisposable
{
    /// <summary>Lets two contenders send, and compares what they are told with the order of sending.</summary>
    /// <param name="number">The text of both messages, so that a verdict is known for that of this round.</param>
    /// <exception cref="BenchmarkException">The contenders were told different things, or no verdict of this round.</exception>
    /// <exception cref="SocketException">The server cannot be reached, or does not answer.</exception>
    PlayedRound Play(int number);
}
