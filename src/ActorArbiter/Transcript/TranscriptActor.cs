using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Transcript;

/// <summary>Prints what the server did. An output that stalls or fails is a warning, and holds up nobody.</summary>
internal sealed class TranscriptActor : ReceiveActor
{
    private const int Capacity = 16384;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly TranscriptWriter _writer;
    private long _dropped;
    private bool _failureTold;

    public TranscriptActor(TextWriter output)
    {
        _writer = new TranscriptWriter(output, Capacity);
        Receive<TranscriptProtocol.Ready>(Write);
        Receive<TranscriptProtocol.Accepted>(Write);
        Receive<TranscriptProtocol.Told>(Write);
        Receive<TranscriptProtocol.Finish>(_ => Finish());
        Receive<WritingFailed>(failed => TellFailure(failed.Cause));
        Receive<WritingEnded>(End);
    }

    /// <param name="output">Where to print; written to by one thread at a time.</param>
    public static Props PropsFor(TextWriter output) => Props.Create(() => new TranscriptActor(output));

    protected override void PreStart() =>
        _writer.Written.PipeTo(Self, failure: cause => new WritingFailed(cause));

    protected override void PostStop() => _ = _writer.FinishAsync(TimeSpan.Zero);

    private void Write(object happened)
    {
        if (!_writer.TryWrite(happened))
        {
            if (_dropped++ == 0 && _writer.Failure is null)
                TranscriptLog.Stalled(_log);
        }
        else if (_dropped > 0)
        {
            TranscriptLog.Dropped(_log, _dropped);
            _dropped = 0;
        }
    }

    private void Finish()
    {
        var asker = Sender;
        _writer.FinishAsync(Patience).PipeTo(Self, success: unwritten => new WritingEnded(unwritten, asker));
    }

    private void End(WritingEnded ended)
    {
        // A failure at the very end may be known here before it has come as a message.
        if (_writer.Failure is { } failure)
            TellFailure(failure);
        var lost = _dropped + ended.Unwritten;
        if (lost > 0)
            TranscriptLog.NotWritten(_log, lost);
        ended.Asker.Tell(new TranscriptProtocol.Finished());
    }

    private void TellFailure(Exception cause)
    {
        if (!_failureTold)
            TranscriptLog.Failed(_log, cause);
        _failureTold = true;
    }

    private sealed record WritingFailed(Exception Cause);

    /// <param name="Unwritten">How many parts that waited to be written are lost.</param>
    /// <param name="Asker">Who waits for the end.</param>
    private sealed record WritingEnded(int Unwritten, IActorRef Asker);
}
