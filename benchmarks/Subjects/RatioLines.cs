using System.Globalization;

namespace Benchmarks.Subjects;

/// <summary>Shows the arbiter beside each of the other servers: a line for each, with a ratio for each number of pairs.</summary>
internal static class RatioLines
{
    /// <param name="output">Where to.</param>
    /// <param name="what">What is compared, such as <c>rounds a second</c>.</param>
    /// <param name="rates">What was measured: one of each server and number of pairs.</param>
    /// <param name="slices">What of it is compared, slice by slice.</param>
    public static void Write(
        TextWriter output, string what, IEnumerable<SubjectRates> rates, Func<SubjectRates, IReadOnlyList<double>> slices)
    {
        var servers = rates.GroupBy(rate => rate.Subject.Server).ToArray();
        if (servers.FirstOrDefault(rates => rates.Key.Kind == ServerKind.Arbiter) is not { } arbiter)
            return;
        var pairs = string.Join(" / ", arbiter.Select(rate => rate.Subject.Pairs.ToString(CultureInfo.InvariantCulture)));
        foreach (var other in servers.Where(server => server.Key != arbiter.Key))
        {
            var ratios = arbiter.Zip(other, (one, beside) => Median.OfRatios(slices(one), slices(beside)));
            var texts = ratios.Select(ratio => ratio.ToString("f2", CultureInfo.InvariantCulture));
            output.WriteLine($"{what}, {arbiter.Key.Name} over {other.Key.Name}, {pairs} pairs: {string.Join(" / ", texts)}");
        }
    }
}
