using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class ExpectMsgFromSpecs : TestKit
{
    [Fact]
    public void A_message_from_the_sender_is_taken()
    {
        var sender = CreateTestProbe();
        for (var i = 0; i < 4; i++)
            sender.Send(TestActor, 42);

        Assert.Equal(42, ExpectMsgFrom<int>(sender.Ref));
        Assert.Equal(42, ExpectMsgFrom(sender.Ref, 42));
        Assert.Equal(42, ExpectMsgFrom<int>(sender.Ref, number => number > 41));
        Assert.Equal(42, ExpectMsgFrom<int>(sender.Ref, number => { Assert.Equal(42, number); }));
    }

    [Fact]
    public void The_right_message_from_another_sender_fails()
    {
        var sender = CreateTestProbe();
        for (var i = 0; i < 4; i++)
            sender.Send(TestActor, 42);

        Fails(() => ExpectMsgFrom<int>(TestActor));
        Fails(() => ExpectMsgFrom(TestActor, 42));
        Fails(() => ExpectMsgFrom<int>(TestActor, number => number > 41));
        Fails(() => ExpectMsgFrom<int>(TestActor, number => { Assert.Equal(42, number); }));
    }

    [Fact]
    public void Another_message_from_the_sender_fails()
    {
        var sender = CreateTestProbe();
        for (var i = 0; i < 4; i++)
            sender.Send(TestActor, 42);

        Fails(() => ExpectMsgFrom<string>(sender.Ref));
        Fails(() => ExpectMsgFrom(sender.Ref, 41));
        Fails(() => ExpectMsgFrom<int>(sender.Ref, number => number > 42));
        Fails(() => ExpectMsgFrom<int>(sender.Ref, number => { Assert.Equal(41, number); }));
    }

    [Fact]
    public async Task Every_expectation_has_an_asynchronous_twin()
    {
        var sender = CreateTestProbe();
        for (var i = 0; i < 5; i++)
            sender.Send(TestActor, 42);

        await ExpectMsgFromAsync<int>(sender.Ref);
        await ExpectMsgFromAsync(sender.Ref, 42);
        await ExpectMsgFromAsync<int>(sender.Ref, number => number > 41);
        await ExpectMsgFromAsync<int>(sender.Ref, number => { Assert.Equal(42, number); });
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgFromAsync<int>(TestActor));
    }

    private static void Fails(Action expectation) => Assert.ThrowsAny<XunitException>(expectation);
}
