using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>The ways to write the same settings.</summary>
public sealed class HoconSyntaxSpecs
{
    [Fact]
    public void Settings_are_written_with_equals_signs_colons_or_braces()
    {
        Config config = "a = 1\nb : 2\nc { d = 3 }\ne = { f = 4 }\ng\n{\n  h = 5\n}\ni =\n  6";

        Assert.Equal(
            [1, 2, 3, 4, 5, 6],
            new[] { "a", "b", "c.d", "e.f", "g.h", "i" }.Select(path => config.GetInt(path)));
    }

    [Fact]
    public void Json_is_hocon()
    {
        Config config = """{ "a": { "b": [1, 2], "c": "text", "d": true }, "e": null, "f": 1.5 }""";

        Assert.Equal([1, 2], config.GetIntList("a.b"));
        Assert.Equal("text", config.GetString("a.c"));
        Assert.True(config.GetBoolean("a.d"));
        Assert.Null(config.GetString("e"));
        Assert.Equal(1.5, config.GetDouble("f"));
    }

    [Fact]
    public void Comments_begin_with_a_number_sign_or_two_slashes()
    {
        Config config = """
            # a = 0
            a = 1 # one
            // b = 0
            b = 2// two
            c = [ # a list
              1, // first
              # between
              2
            ]
            d = "# no comment // either"
            """;

        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal("2", config.GetString("b"));
        Assert.Equal([1, 2], config.GetIntList("c"));
        Assert.Equal("# no comment // either", config.GetString("d"));
    }

    [Fact]
    public void A_dot_in_a_key_nests_and_a_quoted_one_does_not()
    {
        Config config = "a.b.c = 1\na.\"x.y\".z = 2\n\"p.q\" = 3\n3.14 = pi";

        Assert.Equal(1, config.GetConfig("a.b")!.GetInt("c"));
        Assert.Equal(2, config.GetInt("a.\"x.y\".z"));
        Assert.Equal(3, config.GetInt("\"p.q\""));
        Assert.Equal("pi", config.GetConfig("3")!.GetString("14"));
    }

    [Fact]
    public void A_key_may_have_blanks_and_slashes_in_it()
    {
        Config config = "a b c = 1\n/user/arbiter { dispatcher = lane }";

        Assert.Equal(1, config.GetInt("a b c"));
        Assert.Equal("lane", config.GetString("/user/arbiter.dispatcher"));
    }

    [Fact]
    public void Settings_are_separated_by_commas_or_new_lines()
    {
        Config config = "a = 1, b = 2\nc = 3,\n\n d { e = 4, f = 5, }";

        Assert.Equal(
            [1, 2, 3, 4, 5],
            new[] { "a", "b", "c", "d.e", "d.f" }.Select(path => config.GetInt(path)));
    }

    [Fact]
    public void The_items_of_a_list_are_separated_by_commas_or_new_lines()
    {
        Assert.Equal([1, 2, 3], List("[1, 2, 3]"));
        Assert.Equal([1, 2, 3], List("[1, 2, 3,]"));
        Assert.Equal([1, 2, 3], List("[\n  1\n  2\n  3\n]"));
        Assert.Equal([1, 2, 3], List("[\n  1,\n  2,\n  3,\n]"));
        Assert.Empty(List("[]"));

        static IList<int> List(string hocon) => ConfigurationFactory.ParseString("a = " + hocon).GetIntList("a");
    }

    [Fact]
    public void A_row_of_words_is_one_text_without_the_blanks_around_it()
    {
        Config config = "a =  \t several  words here \t\nb = 127.0.0.1\nc = \"quoted\" and not\nd = /var/log";

        Assert.Equal("several  words here", config.GetString("a"));
        Assert.Equal("127.0.0.1", config.GetString("b"));
        Assert.Equal("quoted and not", config.GetString("c"));
        Assert.Equal("/var/log", config.GetString("d"));
    }

    [Fact]
    public void Escapes_are_replaced_in_quotes() =>
        Assert.Equal(
            "\" \\ / x\ty\nz \u00E9",
            ConfigurationFactory.ParseString("""a = "\" \\ \/ x\ty\nz \u00e9" """).GetString("a"));

    [Fact]
    public void Three_quotes_hold_text_of_many_lines_as_it_stands()
    {
        Config config = "a = \"\"\"first \\ \"line\"\nsecond # line\"\"\"\nb = 2";

        Assert.Equal("first \\ \"line\"\nsecond # line", config.GetString("a"));
        Assert.Equal(2, config.GetInt("b"));
    }

    [Fact]
    public void Of_two_values_the_later_counts_and_objects_are_merged()
    {
        Config config = "a = 1\na = 2\nb { x = 1, y = 1 }\nb { y = 2 }\nb.z = 3\nc { x = 1 }\nc = 4";

        Assert.Equal(2, config.GetInt("a"));
        Assert.Equal([1, 2, 3], new[] { "b.x", "b.y", "b.z" }.Select(path => config.GetInt(path)));
        Assert.Equal(4, config.GetInt("c"));
    }

    [Fact]
    public void Lists_and_objects_in_a_row_are_joined()
    {
        Config config = "a = [1, 2] [3]\nb = { x = 1 } { y = 2 }";

        Assert.Equal([1, 2, 3], config.GetIntList("a"));
        Assert.Equal(1, config.GetInt("b.x"));
        Assert.Equal(2, config.GetInt("b.y"));
    }

    [Fact]
    public void Lines_may_end_with_carriage_return_and_line_feed()
    {
        Config config = "a {\r\n  b = 1\r\n  c = text # comment\r\n  d = [\r\n    1\r\n    2\r\n  ]\r\n}\r\n";

        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal("text", config.GetString("a.c"));
        Assert.Equal([1, 2], config.GetIntList("a.d"));
    }

    [BundledOnlyFact("a comma right after the braces of a key { } is an error")]
    public void A_comma_may_follow_braces()
    {
        Config config = "a { b = 1 }, c = 2";

        Assert.Equal(1, config.GetInt("a.b"));
        Assert.Equal(2, config.GetInt("c"));
    }

    [BundledOnlyFact("a byte-order mark becomes part of the first key")]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Equal(1, ConfigurationFactory.ParseString("\uFEFFa = 1").GetInt("a"));

    [BundledOnlyFact("blanks are cut from quoted text")]
    public void Blanks_in_quotes_are_kept()
    {
        Config config = "a = \" x \"\nb = \"\"\" y\n\"\"\"";

        Assert.Equal(" x ", config.GetString("a"));
        Assert.Equal(" y\n", config.GetString("b"));
    }

    [BundledOnlyFact("\"null\" in quotes is null")]
    public void Null_in_quotes_is_text() =>
        Assert.Equal("null", ConfigurationFactory.ParseString("a = \"null\"").GetString("a"));

    [BundledOnlyFact("the first three of four quotes end the text")]
    public void Text_in_three_quotes_may_end_with_a_quote() =>
        Assert.Equal("say \"x\"", ConfigurationFactory.ParseString("a = \"\"\"say \"x\"\"\"\"").GetString("a"));

    [BundledOnlyFact("the object is still there beside the list")]
    public void A_list_replaces_an_object()
    {
        Config config = "a { b = 1 }\na = [1]";

        Assert.Equal([1], config.GetIntList("a"));
        Assert.False(config.HasPath("a.b"));
    }

    [BundledOnlyFact("+= makes a key that ends with a plus sign")]
    public void Plus_equals_adds_an_item_to_a_list()
    {
        Config config = "a = [1]\na += 2\na += 3\nb += 1\nc { d = [1] }\nc.d += 2";

        Assert.Equal([1, 2, 3], config.GetIntList("a"));
        Assert.Equal([1], config.GetIntList("b"));
        Assert.Equal([1, 2], config.GetIntList("c.d"));
    }
}
