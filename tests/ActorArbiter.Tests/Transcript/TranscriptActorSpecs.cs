using ActorArbiter.Transcript;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Transcript;

public sealed class TranscriptActorSpecs : TestKit
{
    /// <summary>How many texts wait for a reader that stalls, beside the one that it is being given.</summary>
    private const int Capacity = 16384;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task What_a_stalled_reader_missed_is_counted_and_said()
    {
        using var output = new StalledWriter();
        var transcript = Sys.ActorOf(TranscriptActor.PropsFor(output));
        transcript.Tell(new TranscriptProtocol.Ready(), TestActor);
        await output.Reached;

        await EventFilter.Warning(contains: "the reader of the transcript stalls").ExpectOneAsync(() =>
        {
            for (var i = 0; i < Capacity + 3; i++)
                transcript.Tell(new TranscriptProtocol.Ready(), TestActor);
            return Task.CompletedTask;
        });
        await output.ReleaseAsync();
        await EventFilter.Warning("3 parts of the transcript were dropped").ExpectOneAsync(() =>
        {
            transcript.Tell(new TranscriptProtocol.Ready(), TestActor);
            return Task.CompletedTask;
        });

        transcript.Tell(new TranscriptProtocol.Finish(), TestActor);
        ExpectMsg<TranscriptProtocol.Finished>(Patience);
        Assert.Equal(1 + Capacity + 1, output.ToString().Count(each => each == '\n'));
    }

    [Fact]
    public void The_end_is_told_when_all_is_written()
    {
        var output = new StringWriter();
        var transcript = Sys.ActorOf(TranscriptActor.PropsFor(output));
        transcript.Tell(new TranscriptProtocol.Ready(), TestActor);

        transcript.Tell(new TranscriptProtocol.Finish(), TestActor);

        ExpectMsg<TranscriptProtocol.Finished>(Patience);
        Assert.Equal("The server is ready to receive\n", output.ToString());
    }

    [Fact]
    public async Task The_end_is_told_though_the_reader_stalls_and_what_it_misses_is_counted()
    {
        using var output = new StalledWriter();
        var transcript = Sys.ActorOf(TranscriptActor.PropsFor(output));
        transcript.Tell(new TranscriptProtocol.Ready(), TestActor);
        await output.Reached;
        for (var i = 0; i < Capacity + 5; i++)
            transcript.Tell(new TranscriptProtocol.Ready(), TestActor);

        await EventFilter.Warning($"parts of the transcript that were not written: {1 + Capacity + 5}").ExpectOneAsync(
            Patience,
            () =>
            {
                transcript.Tell(new TranscriptProtocol.Finish(), TestActor);
                return Task.CompletedTask;
            });

        ExpectMsg<TranscriptProtocol.Finished>(Patience);
        await output.ReleaseAsync();
    }

    [Fact]
    public async Task An_output_that_fails_is_said_at_once_with_its_reason_and_only_once()
    {
        var warnings = CreateTestProbe();
        Sys.EventStream.Subscribe(warnings, typeof(Warning));

        var transcript = Sys.ActorOf(TranscriptActor.PropsFor(new BrokenWriter()));
        transcript.Tell(new TranscriptProtocol.Ready(), TestActor);
        await ExpectWarningAsync($"the transcript cannot be written: {BrokenWriter.Reason}");

        for (var i = 0; i < 3; i++)
            transcript.Tell(new TranscriptProtocol.Ready(), TestActor);
        transcript.Tell(new TranscriptProtocol.Finish(), TestActor);
        ExpectMsg<TranscriptProtocol.Finished>(Patience);
        await ExpectWarningAsync("parts of the transcript that were not written: 4");

        async Task ExpectWarningAsync(string text) =>
            Assert.Equal(text, (await warnings.ExpectMsgAsync<Warning>(Patience)).Message.ToString());
    }
}
