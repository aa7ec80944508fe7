using ActorArbiter.CommandLine;
using ActorArbiter.Journal.Verification;
using TestSupport;

namespace ActorArbiter.Tests.CommandLine;

public sealed class ProgressLineSpecs : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly StringWriter _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void What_is_done_within_a_second_shows_nothing()
    {
        var progress = new ProgressLine(_output, isTerminal: true, _time);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        progress.Show(new VerificationProgress(1000, 5000));
        progress.Clear();

        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public void On_a_terminal_one_line_changes_and_is_gone_at_the_end()
    {
        var progress = new ProgressLine(_output, isTerminal: true, _time);

        _time.Advance(TimeSpan.FromSeconds(1));
        progress.Show(new VerificationProgress(1000, 5000));
        _time.Advance(TimeSpan.FromMilliseconds(199));
        progress.Show(new VerificationProgress(2000, 5000));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        progress.Show(new VerificationProgress(3000, 5000));
        progress.Clear();

        Assert.Equal(
            "\rverified 1000 of 5000 records\rverified 3000 of 5000 records\r                             \r", _output.ToString());
    }

    [Fact]
    public void Elsewhere_there_is_a_line_every_five_seconds()
    {
        var progress = new ProgressLine(_output, isTerminal: false, _time);

        for (var second = 1; second <= 7; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            progress.Show(new VerificationProgress(1000 * second, 5000));
        }

        progress.Clear();

        Assert.Equal("verified 1000 of 5000 records\nverified 6000 of 6000 records\n", _output.ToString());
    }
}
