using ActorArbiter.Connections.Sessions;

namespace ActorArbiter.Tests.Connections.Sessions;

public sealed class SessionOutputSpecs
{
    private const int Limit = 100;

    private readonly SessionOutput _output = new(Limit);

    [Fact]
    public void One_write_is_under_way_and_the_rest_is_joined_behind_it()
    {
        _output.Add("a\n"u8.ToArray());
        Assert.Equal("a\n", SentText.Of(_output.TakeNext()));
        _output.Add("b\n"u8.ToArray());
        _output.Add("c\n"u8.ToArray());
        Assert.True(_output.TakeNext().IsEmpty);

        _output.Acknowledged();

        Assert.Equal("b\nc\n", SentText.Of(_output.TakeNext()));
        _output.Acknowledged();
        Assert.False(_output.IsWaiting);
    }

    [Fact]
    public void What_is_said_last_goes_behind_all_that_waits()
    {
        _output.Add("a\n"u8.ToArray());
        _output.TakeNext();
        _output.Add("b\n"u8.ToArray());

        Assert.Equal("b\nc\n", SentText.Of(_output.TakeRest("c\n"u8.ToArray())));
        Assert.True(_output.TakeRest(default).IsEmpty);
    }

    [Fact]
    public void What_waits_beside_its_longest_part_is_limited()
    {
        Assert.True(_output.Add(Bytes(60)));
        _output.TakeNext();
        Assert.True(_output.Add(Bytes(60)));
        Assert.True(_output.Add(Bytes(40)));

        Assert.False(_output.Add(Bytes(1)));
    }

    [Theory]
    [InlineData(5000, 50, 50)]
    [InlineData(50, 5000, 50)]
    [InlineData(50, 50, 5000)]
    public void A_delivery_of_any_length_passes_before_and_behind_others(int first, int second, int third)
    {
        Assert.True(_output.Add(Bytes(first)));
        _output.TakeNext();
        Assert.True(_output.Add(Bytes(second)));
        Assert.True(_output.Add(Bytes(third)));
        Assert.False(_output.HasRoom);

        Assert.False(_output.Add(Bytes(1)));
    }

    [Fact]
    public void Two_long_deliveries_are_too_much_at_once_and_not_one_after_the_other()
    {
        Assert.True(_output.Add(Bytes(5000)));
        _output.TakeNext();
        _output.Acknowledged();
        Assert.True(_output.HasRoom);
        Assert.True(_output.Add(Bytes(5000)));

        Assert.False(_output.Add(Bytes(101)));
    }

    [Fact]
    public void There_is_room_up_to_the_limit()
    {
        _output.Add(Bytes(Limit));
        Assert.True(_output.HasRoom);

        _output.Add(Bytes(1));
        Assert.False(_output.HasRoom);
    }

    private static byte[] Bytes(int count) => new byte[count];
}
