#if !AKKA_PACKAGES // There no thread waits for sockets where it waits for work.
using Akka.Actor;
using Runtime.Tests.Stress;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>When an event loop has a second thread at all.</summary>
[Collection(DescriptorCounting.Name)]
public class AssistantThreadSpecs(ITestOutputHelper output) : CrowdSpecs(output)
{
    [Fact]
    public async Task Sends_are_left_to_a_second_thread_by_a_loop_that_is_behind_only()
    {
        using var crowd = await GatherAsync(Props.Create(() => new Echo()));
        var before = Assistants();
        foreach (var peer in crowd.Peers)
        {
            await peer.SendAsync("alone");
            Assert.Equal("alone", await peer.ReceiveTextAsync(5));
        }

        Assert.Equal(before, Assistants());

        await SendAtOnceAsync(crowd, _ => "crowd");

        foreach (var peer in crowd.Peers)
            Assert.Equal("crowd", await peer.ReceiveTextAsync(5));
        // It may not even have got its name yet.
        await AwaitAssertAsync(() => Assert.Equal(before + (Environment.ProcessorCount > 1 ? 1 : 0), Assistants()));
    }

    private static int Assistants() => Footprint.Threads().Count(thread => thread.Contains("assistant of", StringComparison.Ordinal));
}
#endif
