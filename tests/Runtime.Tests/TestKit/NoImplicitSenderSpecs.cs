using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Testing;

public class NoImplicitSenderSpecs : TestKit, INoImplicitSender
{
    [Fact]
    public void What_the_test_tells_comes_from_nobody()
    {
        var probe = CreateTestProbe();

        probe.Ref.Tell("ping");

        probe.ExpectMsg<string>((_, sender) => !sender.Equals(TestActor) && !sender.Equals(probe.Ref));
    }
}
