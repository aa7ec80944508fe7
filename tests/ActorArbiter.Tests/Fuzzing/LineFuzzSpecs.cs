using ActorArbiter.Protocol;
using TestSupport;

namespace ActorArbiter.Tests.Fuzzing;

/// <summary>Whatever bytes come, they are lines, and each line is a message or a command, or is refused.</summary>
public sealed class LineFuzzSpecs
{
    private const int Inputs = 1_000_000;

    /// <summary>What reading an input may allocate on average, in bytes: nothing that is kept, and little that is not.</summary>
    private const int MaxGarbage = 2048;

    [Fact]
    public Task A_million_inputs_are_read_or_refused() => RandomRun.PlayAsync(seed =>
    {
        var random = new Random(seed);
        var inputs = new InputMutator(random);
        var fuzz = new LineFuzz();
        var count = RandomRun.Scaled(Inputs);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 0; number < count; number++)
        {
            var input = inputs.Next().Span;
            try
            {
                fuzz.Read(input, cut: random.Next(input.Length + 1));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"input {number}, {Convert.ToHexString(input)}: {e.Message}", e);
            }
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 0, MaxGarbage);

        // All that can come of an input came of many.
        Assert.All(
            (int[])[fuzz.Commands, fuzz.Messages, fuzz.Sessions, fuzz.TooLong, .. fuzz.Errors.Values],
            times => Assert.InRange(times, count / 1000, int.MaxValue));
        Assert.Equal(
            [ErrorCodes.BadArgument, ErrorCodes.BadMessage, ErrorCodes.UnknownCommand],
            fuzz.Errors.Keys.Order(StringComparer.Ordinal));
        return Task.CompletedTask;
    });
}
