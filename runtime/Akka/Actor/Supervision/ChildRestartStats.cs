using System.Diagnostics;

namespace Akka.Actor;

/// <summary>How often a child was restarted lately.</summary>
public class ChildRestartStats
{
    private int _restarts;
    private long _windowStart;

    internal ChildRestartStats(IInternalActorRef child) => Child = child;

    /// <summary>The child.</summary>
    public IInternalActorRef Child { get; }

    /// <summary>Counts a restart, if it is allowed.</summary>
    /// <param name="maxNrOfRetries">How many are allowed within the time; negative: any number.</param>
    /// <param name="withinTimeMilliseconds">
    /// The time, which begins with the first restart and anew with the first after its end; negative: without end.
    /// </param>
    /// <returns>False if there were too many restarts.</returns>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0)
        {
            return false;
        }

        if (withinTimeMilliseconds <= 0)
        {
            return maxNrOfRetries < 0 || ++_restarts <= maxNrOfRetries;
        }

        if (_windowStart == 0 || Stopwatch.GetElapsedTime(_windowStart).TotalMilliseconds > withinTimeMilliseconds)
        {
            _windowStart = Stopwatch.GetTimestamp();
            _restarts = 1;
            return true;
        }

        // A time without a number allows one.
        return ++_restarts <= Math.Max(maxNrOfRetries, 1);
    }
}
