using System.Collections;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class ReceiveSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task The_next_message_is_taken_whatever_it_is()
    {
        Tell(1, "two");

        Assert.Equal(1, ReceiveOne());
        Assert.Equal("two", await ReceiveOneAsync());
        Assert.False(HasMessages);
    }

    [Fact]
    public async Task No_message_is_null()
    {
        Assert.Null(ReceiveOne(TimeSpan.Zero));
        Assert.Null(ReceiveOne(Soon));
        Assert.Null(await ReceiveOneAsync(Soon));
    }

    [Fact]
    public async Task The_next_message_is_taken_with_its_sender()
    {
        var sender = CreateTestProbe();
        sender.Send(TestActor, 1);
        sender.Send(TestActor, 2);

        Assert.True(TryReceiveOne(out var first));
        var (success, second) = await TryReceiveOneAsync(null);

        Assert.True(success);
        Assert.Equal((1, sender.Ref), (first.Message, first.Sender));
        Assert.Equal((2, sender.Ref), (second.Message, second.Sender));
        Assert.False(TryReceiveOne(out var none, TimeSpan.Zero));
        Assert.Same(NullMessageEnvelope.Instance, none);
    }

    [Fact]
    public void There_is_no_last_message_before_one_came()
    {
        Assert.Throws<IllegalActorStateException>(() => LastMessage);
        Assert.Throws<IllegalActorStateException>(() => LastSender);
    }

    [Fact]
    public async Task So_many_messages_are_taken_in_order()
    {
        Tell(1, 2, 3, 4, 5);

        Assert.Equal([1, 2], ReceiveN(2).Cast<int>());
        Assert.Equal([3], ReceiveN(1, TimeSpan.FromSeconds(3)).Cast<int>());
        Assert.Equal([4, 5], await All(ReceiveNAsync(2)));
    }

    [Fact]
    public void Too_few_messages_fail()
    {
        Tell(1, 2);

        Assert.ThrowsAny<XunitException>(() => ReceiveN(3, Soon));
    }

    [Fact]
    public async Task Messages_are_taken_while_a_predicate_holds()
    {
        Tell(1, 2, "other", 3, 10, 4);

        Assert.Equal([1, 2, 3], ReceiveWhile<int>(number => number < 10));
        Assert.Equal(3, LastMessage);
        Assert.Equal([10, 4], await All(ReceiveWhileAsync<int>(_ => true, Soon)));
    }

    [Fact]
    public void Messages_of_another_type_may_end_it()
    {
        Tell(1, "other", 2);

        Assert.Equal([1], ReceiveWhile<int>(_ => true, shouldIgnoreOtherMessageTypes: false));
        ExpectMsg("other");
    }

    [Fact]
    public void Messages_are_taken_while_a_filter_makes_something_of_them()
    {
        Tell(1, 2, "stop", 3);

        Assert.Equal(["1", "2"], ReceiveWhile<string>(message => message is int number ? $"{number}" : null!));
        Assert.Equal("stop", ReceiveOne());
        Assert.Equal(["3"], ReceiveWhile(Soon, message => $"{message}"));
    }

    [Fact]
    public void Only_so_many_messages_are_taken_while_the_predicate_holds()
    {
        Tell(1, 2, 3);

        Assert.Equal([1, 2], ReceiveWhile<int>(_ => true, msgs: 2));
        ExpectMsg(3);
    }

    [Fact]
    public void A_pause_ends_it()
    {
        Tell(1, 2);

        Assert.Equal([1, 2], ReceiveWhile<int>(_ => true, max: TimeSpan.FromMinutes(5), idle: Soon));
    }

    [Fact]
    public async Task Fishing_drops_what_does_not_match()
    {
        Tell("a", 1, "b", 2, "c");

        Assert.Equal("b", FishForMessage<string>(text => text == "b"));
        Assert.Equal("c", await FishForMessageAsync<string>(text => text == "c"));
        Assert.False(HasMessages);
    }

    [Fact]
    public void Fishing_may_keep_what_does_not_match()
    {
        Tell(1, "two", 3);
        var others = new ArrayList { "from before" };

        FishForMessage<int>(number => number == 3, others);

        Assert.Equal([1, "two"], others.Cast<object>());
    }

    [Fact]
    public void Fishing_in_vain_fails()
    {
        Tell("a");

        Assert.ThrowsAny<XunitException>(() => FishForMessage(message => message is int, Soon));
    }

    [Fact]
    public async Task Fishing_until_a_type_comes_fails_when_it_does()
    {
        Tell("a", "b");
        await FishUntilMessageAsync<int>(Soon);
        Assert.False(HasMessages);

        Tell("a", 1);
        await Assert.ThrowsAnyAsync<XunitException>(() => FishUntilMessageAsync<int>(Soon));
    }

    private void Tell(params object[] messages)
    {
        foreach (var message in messages)
            TestActor.Tell(message);
    }

    private static async Task<List<object>> All<T>(IAsyncEnumerable<T> source)
    {
        var items = new List<object>();
        await foreach (var item in source)
            items.Add(item!);
        return items;
    }
}
