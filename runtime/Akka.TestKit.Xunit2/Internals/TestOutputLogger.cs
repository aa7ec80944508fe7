using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Writes what a system logs into the output of its test.</summary>
public class TestOutputLogger : ReceiveActor
{
    private readonly ITestOutputHelper _output;
    private readonly string _prefix;

    /// <param name="output">The test's output.</param>
    public TestOutputLogger(ITestOutputHelper output)
        : this(output, "")
    {
    }

    internal TestOutputLogger(ITestOutputHelper output, string prefix)
    {
        _output = output;
        _prefix = prefix;
        Receive<LogEvent>(Write);
        Receive<InitializeLogger>(initialize =>
        {
            initialize.LoggingBus.Subscribe(Self, typeof(LogEvent));
            Sender.Tell(new LoggerInitialized());
        });
    }

    private void Write(LogEvent logEvent)
    {
        try
        {
            _output.WriteLine(_prefix + logEvent);
        }
        catch (InvalidOperationException)
        {
            // The test is over, and its output is closed. There is nobody to tell.
            Context.Stop(Self);
        }
        catch (FormatException e)
        {
            _output.WriteLine($"{_prefix}{logEvent.LogSource} logged what its arguments do not fit: {e.Message}");
        }
    }
}
