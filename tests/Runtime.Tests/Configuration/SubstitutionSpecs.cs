using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>Values that refer to other values.</summary>
public sealed class SubstitutionSpecs
{
    [Fact]
    public void A_substitution_is_the_value_it_refers_to()
    {
        Config config = """
            base { port = 12000, names = [x, y], limits { of = 2 } }
            port = ${base.port}
            names = ${base.names}
            limits = ${base.limits}
            """;

        Assert.Equal(12000, config.GetInt("port"));
        Assert.Equal(["x", "y"], config.GetStringList("names"));
        Assert.Equal(2, config.GetInt("limits.of"));
    }

    [Fact]
    public void It_may_refer_to_what_comes_later_and_to_its_own_section()
    {
        Config config = "a { b = ${c}, d = ${a.e}, e = 2 }\nc = 1";

        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal(2, config.GetInt("a.d"));
    }

    [Fact]
    public void It_can_be_part_of_a_text_or_of_a_list()
    {
        Config config = """
            home = /opt/arbiter
            log = ${home}/logs and more
            more = [1, 2]
            all = ${more} [3]
            items = [${home}, x]
            """;

        Assert.Equal("/opt/arbiter/logs and more", config.GetString("log"));
        Assert.Equal([1, 2, 3], config.GetIntList("all"));
        Assert.Equal(["/opt/arbiter", "x"], config.GetStringList("items"));
    }

    [Fact]
    public void It_means_the_last_value_of_what_it_refers_to() =>
        Assert.Equal(2, ConfigurationFactory.ParseString("a = 1\nb = ${a}\na = 2").GetInt("b"));

    [Fact]
    public void It_is_no_substitution_in_quotes() =>
        Assert.Equal("${a}", ConfigurationFactory.ParseString("a = 1\nb = \"${a}\"").GetString("b"));

    [Fact]
    public void It_keeps_the_value_of_its_own_text_when_that_is_overridden()
    {
        var config = "a = 9" + ConfigurationFactory.ParseString("a = 1\nb = ${a}");

        Assert.Equal(9, config.GetInt("a"));
        Assert.Equal(1, config.GetInt("b"));
    }

    [Fact]
    public void It_does_not_see_a_fallback() =>
        Assert.ThrowsAny<Exception>(
            () => ConfigurationFactory.ParseString("b = ${a}").WithFallback(ConfigurationFactory.ParseString("a = 1")));

    [BundledOnlyFact("a key in a substitution cannot be quoted")]
    public void Its_path_may_have_quoted_keys() =>
        Assert.Equal(1, ConfigurationFactory.ParseString("a.\"b.c\" = 1\nd = ${a.\"b.c\"}").GetInt("d"));

    [BundledOnlyFact("the object before the braces is dropped")]
    public void An_object_can_be_another_with_changes()
    {
        Config config = """
            base { of = 2, window = 10ms, deep { x = 1, y = 1 } }
            claim = ${base} { of = 1, deep.y = 2 }
            race = ${base}
            race.window = 5ms
            """;

        Assert.Equal(1, config.GetInt("claim.of"));
        Assert.Equal("10ms", config.GetString("claim.window"));
        Assert.Equal([1, 2], new[] { "claim.deep.x", "claim.deep.y" }.Select(path => config.GetInt(path)));
        Assert.Equal(2, config.GetInt("race.of"));
        Assert.Equal("5ms", config.GetString("race.window"));
        Assert.Equal([2, 1], new[] { "base.of", "base.deep.y" }.Select(path => config.GetInt(path)));
    }

    [BundledOnlyFact("the text is accepted, and reading such a value overflows the stack")]
    public void A_setting_that_refers_to_itself_means_what_it_was_before()
    {
        Config config = "path = /bin\npath = ${path}\":/opt\"\nlist = [1]\nlist = ${list} [2]\nlist = [0] ${list}";

        Assert.Equal("/bin:/opt", config.GetString("path"));
        Assert.Equal([0, 1, 2], config.GetIntList("list"));
    }

    [BundledOnlyFact("${?a} is not known")]
    public void A_substitution_with_a_question_mark_may_have_no_value()
    {
        Config config = "a = 1\na = ${?missing}\nb = ${?missing}\nc = ${?a}\nd = x${?missing}y\ne = [${?missing}, 1]";

        Assert.Equal(1, config.GetInt("a"));
        Assert.False(config.HasPath("b"));
        Assert.Equal(1, config.GetInt("c"));
        Assert.Equal("xy", config.GetString("d"));
        Assert.Equal([1], config.GetIntList("e"));
    }

    [BundledOnlyFact("every substitution needs a value, be it overwritten later or not")]
    public void An_overwritten_substitution_needs_no_value() =>
        Assert.Equal(1, ConfigurationFactory.ParseString("a = ${missing}\na = 1").GetInt("a"));
}
