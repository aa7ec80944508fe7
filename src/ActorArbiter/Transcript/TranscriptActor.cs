using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Transcript;

/// <summary>Prints what the server did.</summary>
internal sealed class TranscriptActor : ReceiveActor
{
    private const int Capacity = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly TranscriptWriter _writer;
    private long _dropped;

    public TranscriptActor(TextWriter output, bool quiet)
    {
        _writer = new TranscriptWriter(output, Capacity);
        Receive<TranscriptProtocol.Ready>(_ => Write(TranscriptText.Ready));
        Receive<TranscriptProtocol.Accepted>(accepted =>
        {
            if (!quiet)
                Write(TranscriptText.Accepted(accepted.Seat));
        });
        Receive<TranscriptProtocol.Told>(told =>
        {
            if (!quiet)
                Write(TranscriptText.Told(told.Verdict));
        });
        Receive<TranscriptProtocol.Finish>(_ => Finish());
    }

    /// <param name="output">Where to print; written to by one thread at a time.</param>
    /// <param name="quiet">Whether to print only that the server is ready.</param>
    public static Props PropsFor(TextWriter output, bool quiet) =>
        Props.Create(() => new TranscriptActor(output, quiet));

    protected override void PostStop() => _ = _writer.FinishAsync(TimeSpan.Zero);

    private void Write(string text)
    {
        if (!_writer.TryWrite(text))
        {
            if (_dropped++ == 0)
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
        if (_dropped > 0)
            TranscriptLog.Dropped(_log, _dropped);
        _writer.FinishAsync(Patience).PipeTo(
            Sender,
            success: _ => TranscriptProtocol.Finished.Instance,
            failure: _ => TranscriptProtocol.Finished.Instance);
    }
}
