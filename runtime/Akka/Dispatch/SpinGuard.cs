using System.Runtime.CompilerServices;

namespace Akka.Dispatch;

/// <summary>
/// The smallest mutual exclusion: four bytes, one interlocked operation. For sections of a few instructions that take no other
/// guard. A field of this type must not be read-only.
/// </summary>
internal struct SpinGuard
{
    private int _taken;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        if (Interlocked.CompareExchange(ref _taken, 1, 0) != 0)
        {
            EnterContended();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit() => Volatile.Write(ref _taken, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterContended()
    {
        var spinner = default(SpinWait);
        do
        {
            while (Volatile.Read(ref _taken) != 0)
            {
                // Yields, but never sleeps: the holder is a few instructions from done, unless it was preempted.
                spinner.SpinOnce(sleep1Threshold: -1);
            }
        }
        while (Interlocked.CompareExchange(ref _taken, 1, 0) != 0);
    }
}
