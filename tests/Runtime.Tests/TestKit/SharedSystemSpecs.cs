using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Testing;

public class SharedSystemSpecs
{
    [Fact]
    public async Task A_kit_may_stand_on_a_system_made_without_it()
    {
        var system = ActorSystem.Create("theirs");
        using (var kit = new TestKit(system))
        {
            Assert.Same(system, kit.Sys);
            kit.TestActor.Tell("ping", ActorRefs.NoSender);
            kit.ExpectMsg("ping");
        }

        await system.WhenTerminated;
    }
}
