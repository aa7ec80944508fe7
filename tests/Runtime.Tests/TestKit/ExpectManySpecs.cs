using Akka.Actor;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class ExpectManySpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Any_of_several_messages_is_taken()
    {
        Tell("b", "a");

        Assert.Equal("b", ExpectMsgAnyOf(["a", "b"]));
        Assert.Equal("a", await ExpectMsgAnyOfAsync(["a", "b"]));
    }

    [Fact]
    public async Task None_of_several_messages_fails()
    {
        Tell("c", "c");

        Fails(() => ExpectMsgAnyOf(["a", "b"]));
        await FailsAsync(async () => await ExpectMsgAnyOfAsync(["a", "b"]));
    }

    [Fact]
    public async Task All_of_several_messages_may_come_in_any_order()
    {
        Tell("b", "a", "a");
        Assert.Equal(["b", "a", "a"], ExpectMsgAllOf("a", "b", "a"));

        Tell("b", "a");
        Assert.Equal(["b", "a"], ExpectMsgAllOf(TimeSpan.FromSeconds(3), "a", "b"));

        Tell("b", "a");
        Assert.Equal(["b", "a"], await All(ExpectMsgAllOfAsync(["a", "b"])));
    }

    [Fact]
    public void One_of_all_missing_fails()
    {
        Tell("a");

        Fails(() => ExpectMsgAllOf(Soon, "a", "b"));
    }

    [Fact]
    public async Task One_message_in_place_of_another_fails()
    {
        Tell("a", "c");
        Fails(() => ExpectMsgAllOf("a", "b"));

        Tell("a", "c");
        await FailsAsync(async () => await All(ExpectMsgAllOfAsync(["a", "b"])));
    }

    [Fact]
    public void A_message_twice_in_place_of_two_fails()
    {
        Tell("a", "a");

        Fails(() => ExpectMsgAllOf("a", "b"));
    }

    private void Tell(params string[] messages)
    {
        foreach (var message in messages)
            TestActor.Tell(message);
    }

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        await foreach (var item in source)
            items.Add(item);
        return items;
    }

    private static void Fails(Action expectation) => Assert.ThrowsAny<XunitException>(expectation);

    private static async Task FailsAsync(Func<Task> expectation) =>
        await Assert.ThrowsAnyAsync<XunitException>(expectation);
}
