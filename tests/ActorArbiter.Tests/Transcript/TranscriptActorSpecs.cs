using ActorArbiter.Transcript;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Transcript;

public sealed class TranscriptActorSpecs : TestKit
{
    /// <summary>How many texts wait for a reader that stalls, beside the one that it is being given.</summary>
    private const int Capacity = 4096;

    [Fact]
    public async Task What_a_stalled_reader_missed_is_counted_and_said()
    {
        using var output = new StalledWriter();
        var transcript = Sys.ActorOf(TranscriptActor.PropsFor(output, quiet: false));
        transcript.Tell(TranscriptProtocol.Ready.Instance, TestActor);
        await output.Reached;

        await EventFilter.Warning(contains: "the reader of the transcript stalls").ExpectOneAsync(() =>
        {
            for (var i = 0; i < Capacity + 3; i++)
                transcript.Tell(TranscriptProtocol.Ready.Instance, TestActor);
            return Task.CompletedTask;
        });
        await output.ReleaseAsync();
        await EventFilter.Warning("3 parts of the transcript were dropped").ExpectOneAsync(() =>
        {
            transcript.Tell(TranscriptProtocol.Ready.Instance, TestActor);
            return Task.CompletedTask;
        });

        transcript.Tell(TranscriptProtocol.Finish.Instance, TestActor);
        ExpectMsg<TranscriptProtocol.Finished>(TimeSpan.FromSeconds(15));
        Assert.Equal(1 + Capacity + 1, output.ToString().Count(each => each == '\n'));
    }

    [Fact]
    public void The_end_is_told_when_all_is_written()
    {
        var output = new StringWriter();
        var transcript = Sys.ActorOf(TranscriptActor.PropsFor(output, quiet: true));
        transcript.Tell(TranscriptProtocol.Ready.Instance, TestActor);

        transcript.Tell(TranscriptProtocol.Finish.Instance, TestActor);

        ExpectMsg<TranscriptProtocol.Finished>(TimeSpan.FromSeconds(15));
        Assert.Equal("The server is ready to receive\n", output.ToString());
    }

    [Fact]
    public async Task The_end_is_told_though_the_reader_stalls()
    {
        using var output = new StalledWriter();
        var transcript = Sys.ActorOf(TranscriptActor.PropsFor(output, quiet: false));
        transcript.Tell(TranscriptProtocol.Ready.Instance, TestActor);
        await output.Reached;

        transcript.Tell(TranscriptProtocol.Finish.Instance, TestActor);

        ExpectMsg<TranscriptProtocol.Finished>(TimeSpan.FromSeconds(15));
        await output.ReleaseAsync();
    }
}
