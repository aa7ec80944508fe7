using StampedTcp.Tests.EventLoops;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>When an event loop has a second thread at all.</summary>
[Collection(RunsAlone.Name)]
public abstract class AssistantThreadSpecs(ITestOutputHelper output, int assistFrom)
    : StampedTcpSpecs(output, $"stamped-tcp.dispatcher.assist-from = {assistFrom}")
{
    private const int Many = 128;

    [Fact]
    public async Task Sends_are_left_to_a_second_thread_if_that_is_set_and_the_loop_is_behind()
    {
        using var crowd = await Crowd.GatherAsync(Sys, Many, AssistantSpecs.Echo);
        foreach (var link in crowd.Links)
        {
            await link.Peer.SendAsync("alone");
            Assert.Equal("alone", await link.Peer.ReceiveTextAsync(5));
        }

        Assert.Equal(0, Assistants());

        await crowd.SendAtOnceAsync(_ => "crowd");
        foreach (var link in crowd.Links)
            Assert.Equal("crowd", await link.Peer.ReceiveTextAsync(5));

        // It may not even have got its name yet.
        var expected = assistFrom > 0 && Environment.ProcessorCount > 1 ? 1 : 0;
        await Patience.UntilAsync(() => Assistants() == expected, () => $"There are {Assistants()} assistants.");

        await Sys.Terminate().Bounded();
        await Footprint.BackToAsync(0, Assistants, "assistants");
    }

    private static int Assistants() => Footprint.ThreadsNamed("assistant of stamped-tcp.dispatcher");
}

public sealed class LoopsWithAssistantSpecs(ITestOutputHelper output) : AssistantThreadSpecs(output, assistFrom: 32);

public sealed class LoopsWithoutAssistantSpecs(ITestOutputHelper output) : AssistantThreadSpecs(output, assistFrom: 0);
