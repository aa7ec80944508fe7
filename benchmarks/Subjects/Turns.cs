namespace Benchmarks.Subjects;

/// <summary>
/// Lets subjects play in turn, a slice of time each, so that what else the machine does meets all of them.
/// </summary>
internal static class Turns
{
    /// <summary>How many slices each has.</summary>
    public const int Slices = 5;

    /// <summary>After this the runtime has compiled anew what is called often; until then rates still rise.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    /// <summary>Plays a slice of each of <paramref name="all"/>, five times.</summary>
    public static void Play<T>(IReadOnlyList<T> all, Action<T> playSlice)
    {
        for (var turn = 0; turn < Slices; turn++)
        {
            // None is always the one that comes after the same other.
            foreach (var each in turn % 2 == 0 ? all : all.Reverse())
                playSlice(each);
        }
    }
}
