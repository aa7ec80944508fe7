using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Protocol;

public class ContenderLettersSpecs
{
    [Fact]
    public void Letters_begin_at_X_and_go_round_the_alphabet()
    {
        var letters = Enumerable.Range(0, 26).Select(index => ContenderLetters.At(index).Value);
        Assert.Equal("XYZABCDEFGHIJKLMNOPQRSTUVW", string.Concat(letters));
    }

    [Theory]
    [InlineData(26, "C27")]
    [InlineData(27, "C28")]
    [InlineData(105, "C106")]
    public void After_the_last_letter_they_are_numbered(int index, string expected) =>
        Assert.Equal(expected, ContenderLetters.At(index).Value);

    [Fact]
    public void Ids_are_named_in_the_order_of_the_letters_and_chosen_ids_after_them()
    {
        string[] inOrder = ["X", "Y", "Z", "A", "W", "C27", "C100", "Alice", "C026", "C26", "bob"];
        var shuffled = inOrder.Reverse().Select(ContenderId.Parse);
        Assert.Equal(inOrder, shuffled.Order(ContenderLetters.Order).Select(id => id.Value));
    }
}
