namespace Benchmarks.Stamps;

/// <summary>What clients do with one server.</summary>
internal interface IWorkload
{
    /// <summary>Keeps the server busy for about <paramref name="time"/>; the result is how much it did per second.</summary>
    double Run(TimeSpan time);
}
