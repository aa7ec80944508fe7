using Akka.Actor;

namespace Akka.TestKit.Internal;

internal sealed partial class EventFilterApplier : IEventFilterApplier
{
    private readonly TestKitBase _testKit;
    private readonly ITestKitAssertions _assertions;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<LogFilter> _filters;

    public EventFilterApplier(
        TestKitBase testKit, ITestKitAssertions assertions, ActorSystem system, IReadOnlyList<LogFilter> filters)
    {
        _testKit = testKit;
        _assertions = assertions;
        _system = system;
        _filters = filters;
    }

    public EventFilterFactory And => new(_testKit, _assertions, _system, _filters);

    public IUnmutableFilter Mute()
    {
        var interception = new Interception(_system, _filters);
        interception.Begin(AnswerTimeout, Waiting.Blocking, default).Synchronously();
        return new MutedEvents(interception);
    }

    private TimeSpan AnswerTimeout => _testKit.Dilated(_testKit.TestKitSettings.DefaultTimeout);

    // Runs the block with the filters in force. Null expected: hides the events, whatever their number.
    private async ValueTask<T> Intercept<T>(
        int? expected, TimeSpan? timeout, Func<Task<T>> block, Waiting waiting, CancellationToken cancellationToken)
    {
        var limit = _testKit.Dilated(timeout ?? _testKit.TestKitSettings.TestEventFilterLeeway);
        var interception = new Interception(_system, _filters);
        await interception.Begin(AnswerTimeout, waiting, cancellationToken);
        T result;
        try
        {
            result = await block();
            if (expected is { } awaited)
                await interception.WaitFor(awaited, limit, waiting, cancellationToken);
        }
        catch
        {
            interception.Abandon();
            throw;
        }

        await interception.End(AnswerTimeout, waiting, cancellationToken);
        if (expected is { } count && count != interception.Count)
            _assertions.Fail("{0}", WrongNumber(interception, count, limit));

        return result;
    }

    private static FailureText WrongNumber(Interception interception, int expected, TimeSpan limit) => FailureText.Of(
        () => $"{expected} log {(expected == 1 ? "event" : "events")}: {interception.Description}",
        () => interception.Count > expected
            ? $"{interception.Count}"
            : $"{interception.Count} within {Describe.Time(limit)}; {interception.Others()}");
}
