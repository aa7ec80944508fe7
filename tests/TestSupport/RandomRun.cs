using System.Globalization;
using Xunit.Sdk;

namespace TestSupport;

/// <summary>
/// A test that draws what it does. When it fails it says its seed, and with that in the environment variable
/// <c>TEST_SEED</c> the same is drawn again. <c>TEST_FACTOR=10</c> makes such tests ten times as long.
/// </summary>
public static class RandomRun
{
    /// <summary>How often to do what is done <paramref name="count"/> times unless a longer run is asked for.</summary>
    public static int Scaled(int count) => count * (Read("TEST_FACTOR") ?? 1);

    /// <summary>Runs <paramref name="test"/> with a seed.</summary>
    public static async Task PlayAsync(Func<int, Task> test)
    {
        var seed = Read("TEST_SEED") ?? Random.Shared.Next();
        try
        {
            await test(seed);
        }
        catch (Exception e)
        {
            throw new XunitException($"TEST_SEED={seed}: {e.Message}", e);
        }
    }

    /// <summary>The random numbers of one of those who take part in a run.</summary>
    /// <param name="seed">The run's.</param>
    /// <param name="number">Which one it is.</param>
    public static Random RandomOf(int seed, int number) => new(unchecked((seed * 397) ^ number));

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
