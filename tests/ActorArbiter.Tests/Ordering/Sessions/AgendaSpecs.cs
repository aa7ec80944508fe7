using ActorArbiter.Ordering.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

public class AgendaSpecs
{
    private readonly Agenda<string> _agenda = new();

    [Fact]
    public void Items_are_taken_in_the_order_in_which_they_are_due()
    {
        _agenda.Set("third", Ms(3));
        _agenda.Set("first", Ms(1));
        _agenda.Set("second", Ms(2));
        Assert.Equal(Ms(1), _agenda.NextAt);
        Assert.Equal(["first", "second"], Take(Ms(2)));
        Assert.Equal(Ms(3), _agenda.NextAt);
        Assert.Equal(["third"], Take(Ms(9)));
        Assert.Null(_agenda.NextAt);
    }

    [Fact]
    public void Items_due_at_the_same_time_are_taken_in_the_order_in_which_they_were_set()
    {
        foreach (var item in (string[])["c", "a", "b"])
            _agenda.Set(item, Ms(1));
        _agenda.Set("c", Ms(1));
        Assert.Equal(["a", "b", "c"], Take(Ms(1)));
    }

    [Fact]
    public void An_item_is_due_once_at_the_time_that_was_set_last()
    {
        _agenda.Set("moved", Ms(1));
        _agenda.Set("removed", Ms(2));
        _agenda.Set("moved", Ms(5));
        _agenda.Set("removed", null);
        _agenda.Set("never-set", null);
        Assert.Equal(Ms(5), _agenda.NextAt);
        Assert.Empty(Take(Ms(4)));
        Assert.Equal(["moved"], Take(Ms(5)));
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private List<string> Take(TimeSpan now)
    {
        var taken = new List<string>();
        while (_agenda.TryTake(now, out var item))
            taken.Add(item);
        return taken;
    }
}
