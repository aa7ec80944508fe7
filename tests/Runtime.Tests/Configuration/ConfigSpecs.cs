using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>What a value is when it is there, and when it is not.</summary>
public sealed class ConfigSpecs
{
    private static readonly Config Sample = ConfigurationFactory.ParseString("""
        arbiter {
          name = Arbiter One
          port = 12000
          big = 9000000000
          ratio = 0.25
          ready = on
          idle = off
          yes = true
          no = false
          none = null
          "a.b" = dotted
        }
        """);

    [Fact]
    public void Each_getter_reads_its_type()
    {
        Assert.Equal("Arbiter One", Sample.GetString("arbiter.name"));
        Assert.Equal(12000, Sample.GetInt("arbiter.port"));
        Assert.Equal(9000000000, Sample.GetLong("arbiter.big"));
        Assert.Equal(0.25f, Sample.GetFloat("arbiter.ratio"));
        Assert.Equal(0.25, Sample.GetDouble("arbiter.ratio"));
        Assert.Equal(0.25m, Sample.GetDecimal("arbiter.ratio"));
        Assert.True(Sample.GetBoolean("arbiter.ready"));
        Assert.False(Sample.GetBoolean("arbiter.idle", true));
        Assert.True(Sample.GetBoolean("arbiter.yes"));
        Assert.False(Sample.GetBoolean("arbiter.no", true));
    }

    [Fact]
    public void A_missing_value_is_the_default()
    {
        Assert.Null(Sample.GetString("arbiter.missing"));
        Assert.Equal("x", Sample.GetString("missing.too", "x"));
        Assert.Equal(0, Sample.GetInt("arbiter.missing"));
        Assert.Equal(7, Sample.GetInt("arbiter.missing", 7));
        Assert.Equal(7L, Sample.GetLong("arbiter.missing", 7));
        Assert.Equal(0.5f, Sample.GetFloat("arbiter.missing", 0.5f));
        Assert.Equal(0.5, Sample.GetDouble("arbiter.missing", 0.5));
        Assert.Equal(0.5m, Sample.GetDecimal("arbiter.missing", 0.5m));
        Assert.True(Sample.GetBoolean("arbiter.missing", true));
        Assert.Equal(TimeSpan.Zero, Sample.GetTimeSpan("arbiter.missing"));
        Assert.Equal(TimeSpan.FromSeconds(5), Sample.GetTimeSpan("arbiter.missing", TimeSpan.FromSeconds(5)));
        Assert.Null(Sample.GetByteSize("arbiter.missing"));
        Assert.Equal(512, Sample.GetByteSize("arbiter.missing", 512));
        Assert.Empty(Sample.GetStringList("arbiter.missing"));
        Assert.Equal(["x"], Sample.GetStringList("arbiter.missing", ["x"]));
        Assert.Null(Sample.GetConfig("arbiter.missing"));
        Assert.Null(Sample.GetValue("arbiter.missing"));
    }

    [Fact]
    public void A_path_is_there_if_it_has_a_value_be_it_null()
    {
        Assert.True(Sample.HasPath("arbiter"));
        Assert.True(Sample.HasPath("arbiter.port"));
        Assert.True(Sample.HasPath("arbiter.none"));
        Assert.False(Sample.HasPath("arbiter.missing"));
        Assert.False(Sample.HasPath("arbiter.port.deeper"));
    }

    [Fact]
    public void A_key_with_a_dot_in_it_is_quoted_in_the_path()
    {
        Assert.Equal("dotted", Sample.GetString("arbiter.\"a.b\""));
        Assert.Null(Sample.GetString("arbiter.a.b"));
    }

    [Fact]
    public void Null_is_no_text() => Assert.Null(Sample.GetString("arbiter.none"));

    [BundledOnlyFact("null is returned for text in spite of a default, and makes every other getter throw")]
    public void Null_counts_as_missing()
    {
        Assert.Equal("x", Sample.GetString("arbiter.none", "x"));
        Assert.Equal(7, Sample.GetInt("arbiter.none", 7));
        Assert.Equal(TimeSpan.FromSeconds(5), Sample.GetTimeSpan("arbiter.none", TimeSpan.FromSeconds(5)));
        Assert.Null(Sample.GetConfig("arbiter.none"));
    }

    [BundledOnlyFact("yes and no are not known")]
    public void Yes_and_no_are_switches()
    {
        var config = ConfigurationFactory.ParseString("a = yes, b = no");

        Assert.True(config.GetBoolean("a"));
        Assert.False(config.GetBoolean("b", true));
    }

    [Fact]
    public void A_section_is_a_configuration_of_its_own()
    {
        var section = Sample.GetConfig("arbiter");

        Assert.Equal(12000, section!.GetInt("port"));
        Assert.False(section.HasPath("arbiter"));
    }

    [Fact]
    public void The_first_level_can_be_enumerated()
    {
        Config config = "a = 1\nb { c = 2 }\n\"x.y\" = 3";

        Assert.Equal(["a", "b", "x.y"], config.AsEnumerable().Select(setting => setting.Key));
        Assert.Equal(2, config.AsEnumerable().Single(setting => setting.Key == "b").Value.ToConfig().GetInt("c"));
    }

    [Fact]
    public void Text_is_as_good_as_a_configuration()
    {
        Config config = "a = 1";

        Assert.Equal(1, config.GetInt("a"));
    }

    [Fact]
    public void A_configuration_without_settings_is_empty()
    {
        Assert.True(Config.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.ParseString("# nothing but a comment").IsEmpty);
        Assert.True(Config.Empty.IsNullOrEmpty());
        Assert.True(((Config?)null).IsNullOrEmpty());
        Assert.False(Sample.IsEmpty);
        Assert.False(Sample.IsNullOrEmpty());
        Assert.Equal("x", Config.Empty.GetString("a", "x"));
    }

    [BundledOnlyFact("every getter of a new Config() throws")]
    public void A_new_configuration_is_an_empty_one()
    {
        Assert.True(new Config().IsEmpty);
        Assert.Equal(7, new Config().GetInt("a", 7));
    }

    [BundledOnlyFact("text is quoted only if it has a blank or a colon in it, and nothing is escaped")]
    public void What_it_shows_itself_as_reads_back()
    {
        Config config = """
            a { b = [1, "two words", { c = 3 }], "d.e" = "quote \" backslash \\ line \n end" }
            f = null, g = "null", h = "", i {}, j = [], "" = empty key
            """;

        var back = ConfigurationFactory.ParseString(config.ToString());

        Assert.Equal(config.ToString(), back.ToString());
        Assert.Equal("quote \" backslash \\ line \n end", back.GetString("a.\"d.e\""));
        Assert.Equal("null", back.GetString("g"));
        Assert.Null(back.GetString("f"));
        Assert.Equal("two words", back.GetValue("a.b")!.GetArray()[1].GetString());
    }
}
