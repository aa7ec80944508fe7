using Akka.Configuration;

namespace Runtime.Tests.Configuration;

/// <summary>One configuration over another.</summary>
public sealed class FallbackSpecs
{
    private static readonly Config Upper = ConfigurationFactory.ParseString("scalar = 1, a { b = 1, list = [1] }");
    private static readonly Config Lower = ConfigurationFactory.ParseString(
        "only = lower, a { b = 10, c = 20, list = [7, 8, 9] }\nscalar { d = 30 }");

    [Fact]
    public void The_upper_value_counts_and_the_lower_one_fills_the_gaps()
    {
        var config = Upper.WithFallback(Lower);

        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal(20, config.GetInt("a.c"));
        Assert.Equal("lower", config.GetString("only"));
    }

    [Fact]
    public void A_list_is_taken_whole() => Assert.Equal([1], Upper.WithFallback(Lower).GetIntList("a.list"));

    [Fact]
    public void A_value_hides_an_object_below_it_and_the_other_way_round()
    {
        Assert.Equal(1, Upper.WithFallback(Lower).GetInt("scalar"));
        Assert.Equal(30, Lower.WithFallback(Upper).GetInt("scalar.d"));
    }

    [Fact]
    public void A_null_takes_the_lower_value_away()
    {
        var config = ConfigurationFactory.ParseString("only = null").WithFallback(Lower);

        Assert.Null(config.GetString("only"));
    }

    [Fact]
    public void A_section_has_the_settings_of_both()
    {
        var section = Upper.WithFallback(Lower).GetConfig("a");

        Assert.Equal(1, section!.GetInt("b"));
        Assert.Equal(20, section.GetInt("c"));
    }

    [Fact]
    public void Fallbacks_can_be_chained_and_the_nearest_counts()
    {
        var config = ConfigurationFactory.ParseString("x = 1")
            .WithFallback(ConfigurationFactory.ParseString("x = 2, y = 2"))
            .WithFallback(ConfigurationFactory.ParseString("x = 3, y = 3, z = 3"));

        Assert.Equal([1, 2, 3], new[] { "x", "y", "z" }.Select(path => config.GetInt(path)));
        Assert.Equal(2, config.Fallback!.GetInt("y"));
        Assert.Equal(3, config.Fallback.Fallback!.GetInt("z"));
    }

    [Fact]
    public void Merging_leaves_both_sides_as_they_were()
    {
        _ = Upper.WithFallback(Lower);

        Assert.False(Upper.HasPath("a.c"));
        Assert.Equal(10, Lower.GetInt("a.b"));
        Assert.Null(Upper.Fallback);
    }

    [Fact]
    public void An_empty_configuration_is_its_fallback()
    {
        Assert.Same(Lower, Config.Empty.WithFallback(Lower));
        Assert.Same(Lower, Lower.WithFallback(null));
    }

    [Fact]
    public void A_configuration_is_not_its_own_fallback()
    {
        Assert.Throws<ArgumentException>(() => Lower.WithFallback(Lower));
        Assert.Same(Lower, Lower.SafeWithFallback(Lower));
        Assert.Same(Lower, ((Config?)null).SafeWithFallback(Lower));
    }

    [Fact]
    public void A_fallback_that_is_there_already_can_be_added_again()
    {
        var twice = Upper.WithFallback(Lower).WithFallback(Lower);
        Assert.Equal(Upper.WithFallback(Lower).ToString(includeFallback: true), twice.ToString(includeFallback: true));
    }

    [Fact]
    public void Text_can_be_added_on_either_side()
    {
        Assert.Equal(5, (Upper + "only = 5").GetInt("only"));
        Assert.Equal(5, ("scalar = 5" + Upper).GetInt("scalar"));
    }

    [Fact]
    public void Only_its_own_settings_are_shown_unless_asked_otherwise()
    {
        var config = Upper.WithFallback(Lower);

        Assert.DoesNotContain("only", config.ToString(), StringComparison.Ordinal);
        Assert.Contains("only", config.ToString(includeFallback: true), StringComparison.Ordinal);
    }
}
