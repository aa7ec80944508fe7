namespace Benchmarks.Stamps;

/// <summary>
/// Lets two servers work in turn, a slice of time each, so that what else the machine does meets both of them. The rate of
/// a server is the median of its slices, after it got warm.
/// </summary>
internal static class Slices
{
    private const int Turns = 15;

    /// <summary>After this the runtime has compiled anew what is called often; until then rates still rise.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>The rates of both, per second.</summary>
    /// <param name="one">What is done with the first.</param>
    /// <param name="other">What is done with the second.</param>
    /// <param name="time">How long each works in all.</param>
    public static (double One, double Other) Measure(IWorkload one, IWorkload other, TimeSpan time)
    {
        one.Run(WarmUp);
        other.Run(WarmUp);
        var (ofOne, ofOther) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            // A B, B A, A B: neither is always the one that comes after the other.
            if (turn % 2 == 0)
                ofOne.Add(one.Run(time / Turns));
            ofOther.Add(other.Run(time / Turns));
            if (turn % 2 == 1)
                ofOne.Add(one.Run(time / Turns));
        }

        return (Median.Of(ofOne), Median.Of(ofOther));
    }
}
