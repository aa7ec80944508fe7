namespace Benchmarks.Stamps;

/// <summary>What clients do with one server.</summary>
internal interface IWorkload
{
    /// <summary>Keeps the server busy for about <paramref name="time"/>.</summary>
    Measured Run(TimeSpan time);
}
