using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// The logger of test systems: prints what no filter in force takes. Named by <c>akka.loggers</c> in the test kit's
/// reference configuration.
/// </summary>
public class TestEventListener : DefaultLogger
{
    private readonly List<Interception> _interceptions = [];

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                initialize.LoggingBus.Subscribe(Self, typeof(EventFilterProtocol.Mute));
                initialize.LoggingBus.Subscribe(Self, typeof(EventFilterProtocol.Unmute));
                initialize.LoggingBus.Subscribe(Self, typeof(DeadLetter));
                return base.Receive(message);
            case EventFilterProtocol.Mute mute:
                _interceptions.Add(mute.Interception);
                mute.Interception.Begun();
                return true;
            case EventFilterProtocol.Unmute unmute:
                _interceptions.Remove(unmute.Interception);
                unmute.Interception.Ended();
                return true;
            case DeadLetter letter:
                // Shown to filters only: that it is logged is the business of the dead letter listener.
                IsTaken(new Warning(letter.Recipient.Path.ToString()!, letter.Recipient.GetType(), letter));
                return true;
            case LogEvent logEvent when IsTaken(logEvent):
                return true;
            default:
                return base.Receive(message);
        }
    }

    private bool IsTaken(LogEvent logEvent) => _interceptions.Any(interception => interception.Takes(logEvent));
}
