using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>No message may come for <see cref="RemainingOrDefault"/>; always waits that long.</summary>
    public void ExpectNoMsg(CancellationToken cancellationToken = default) =>
        ExpectNothing(RemainingOrDefault, Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>No message may come for a time; always waits that long.</summary>
    /// <param name="duration">The time, dilated. Zero: none may be waiting already.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNothing(Dilated(duration), Waiting.Blocking, cancellationToken).Synchronously();

    /// <summary>No message may come for a time; always waits that long.</summary>
    /// <param name="milliseconds">The time in milliseconds. Not dilated.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNothing(TimeSpan.FromMilliseconds(milliseconds), Waiting.Blocking, cancellationToken).Synchronously();

    /// <inheritdoc cref="ExpectNoMsg(CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default) =>
        ExpectNothing(RemainingOrDefault, Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(TimeSpan, CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default) =>
        ExpectNothing(Dilated(duration), Waiting.Asynchronous, cancellationToken);

    /// <inheritdoc cref="ExpectNoMsg(int, CancellationToken)"/>
    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default) =>
        ExpectNothing(TimeSpan.FromMilliseconds(milliseconds), Waiting.Asynchronous, cancellationToken);

    private async ValueTask ExpectNothing(TimeSpan duration, Waiting waiting, CancellationToken cancellationToken)
    {
        var started = Now;
        var envelope = await Take(duration, waiting, cancellationToken);
        if (envelope is not null)
        {
            throw Failed(FailureText.Instead(
                () => $"no message for {Describe.Time(duration)}", envelope, Now - started, null));
        }

        _silenceExpected = true;
    }
}
