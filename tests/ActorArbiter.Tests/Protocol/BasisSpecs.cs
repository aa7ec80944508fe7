using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Protocol;

public class BasisSpecs
{
    [Theory]
    [InlineData(Basis.Kernel, "kernel")]
    [InlineData(Basis.KernelLate, "kernel-late")]
    [InlineData(Basis.Read, "read")]
    [InlineData(Basis.Clock, "clock")]
    [InlineData(Basis.Mailbox, "mailbox")]
    public void A_basis_is_one_word(Basis basis, string word)
    {
        Assert.Equal(word, basis.Word());
        Assert.True(BasisWords.TryParse(word, out var parsed));
        Assert.Equal(basis, parsed);
    }

    [Fact]
    public void Every_basis_has_a_word() => Assert.Distinct(Enum.GetValues<Basis>().Select(basis => basis.Word()));

    [Theory]
    [InlineData("")]
    [InlineData("Kernel")]
    [InlineData("kernel late")]
    [InlineData("0")]
    public void Anything_else_is_none(string word) => Assert.False(BasisWords.TryParse(word, out _));
}
