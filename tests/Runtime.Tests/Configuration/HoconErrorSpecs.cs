using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>What is said about a text that is not HOCON, and about a value that is not what its reader needs.</summary>
public sealed class HoconErrorSpecs
{
    private const string SaysLess = "it says less and not where, or takes the text for something else without an error";

    [Theory]
    [InlineData("address = akka.tcp://arbiter@127.0.0.1:4053")]
    [InlineData("addresses = [akka.tcp://arbiter@127.0.0.1:4053]")]
    public void A_colon_outside_of_quotes_is_an_error(string hocon) =>
        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));

    [BundledOnlyFact(SaysLess)]
    public void A_value_that_is_not_there_is_said_to_be_missing()
    {
        Says("a {\n  b = }", "(2,7): expected a value after '=', found '}'");
        Says("a =", "(1,4): expected a value after '=', found the end of the text");
        Says("a :, b = 1", "(1,4): expected a value after ':', found ','");
        Says("a = [1,,2]", "(1,8): expected a value, found ','");
        Says("a\nb = 1", "(1,2): expected '=', ':', '+=' or '{' after the key, found the end of the line");
        Says("= 1", "(1,1): expected a key, found '='");
        Says("a..b = 1", "(1,1): expected a key before and after every '.'");
    }

    [BundledOnlyFact(SaysLess)]
    public void What_is_left_open_is_named_with_its_line()
    {
        Says("\na {\n  b = 1\n", "(4,1): expected '}' for the '{' of line 2, found the end of the text");
        Says("a = [1,\n2", "(2,2): expected a comma, a new line or ']' for the '[' of line 1, found the end of the");
        Says("a = \"abc\nb = 1", "(1,5): expected a double quote to end the text that begins here");
        Says("a = \"abc", "(1,5): expected a double quote to end the text that begins here");
        Says("a = \"\"\"abc\n", "(1,5): expected three double quotes to end the text that begins here");
        Says("a = ${b\nc = 1", "(1,5): expected '}' to end the substitution that begins here");
    }

    [BundledOnlyFact(SaysLess)]
    public void What_does_not_belong_is_named()
    {
        Says("a = 1 }", "(1,7): expected a comma, a new line or the end of the text, found '}'");
        Says("{ a = 1 } b = 2", "(1,11): expected the end of the text after the closing '}', found 'b'");
        Says("a = 1 b = 2", "(1,9): expected a comma, a new line or the end of the text, found '='");
        Says("a = x*y", "(1,6): expected no '*' outside of quotes");
        Says("a = \"\\q\"", "(1,6): expected one of \" \\ / b f n r t u after '\\'");
        Says("a = \"\\u12g4\"", "(1,6): expected four hexadecimal digits after '\\u'");
        Says("a = { b = 1 } [1]", "(1,15): expected an object to go on, found a list");
        Says("a = [1] x", "(1,9): expected a list to go on, found text");
    }

    [BundledOnlyFact(SaysLess)]
    public void Lines_are_counted_whatever_ends_them()
    {
        Says("a = 1\r\nb = 2\r\nc = }", "(3,5)");
        Says("a = 1\rb = 2\rc = }", "(3,5)");
        Says("\uFEFFa = }", "(1,5)");
    }

    [BundledOnlyFact(SaysLess)]
    public void A_substitution_without_a_value_is_named()
    {
        Says("a = 1\nb = ${c.d}", "(2,5): expected a value for ${c.d}, found none in this text");
        Says("a = ${a}", "(1,5): expected a value for ${a}, found itself with no value before this one");
    }

    [BundledOnlyFact("the text is accepted, and reading such a value overflows the stack")]
    public void A_circle_of_substitutions_is_shown()
    {
        Says("a = ${b}\nb = ${c}\nc = ${a}", "a value that does not need itself, found ${b} -> ${c} -> ${a} -> ${b}");
        Says("a = { b = ${a} }", "expected a value that does not contain itself");
        Says("a = [${a}]", "expected a value that does not contain itself");
    }

    [BundledOnlyFact("the error has neither the path nor the value in it")]
    public void A_value_of_the_wrong_type_is_named_with_its_path_and_place()
    {
        Config config = """
            arbiter {
              port = abc
              ports = [1, x]
              limits { of = 2 }
              wait = 5 fortnights
              on = On
            }
            """;

        Says(() => config.GetInt("arbiter.port"), "arbiter.port: 'abc' is not a whole number", "(2,10)");
        Says(() => config.GetConfig("arbiter")!.GetInt("port"), "arbiter.port: 'abc' is not a whole number", "(2,10)");
        Says(() => config.GetValue("arbiter.port")!.GetInt(), "'abc' is not a whole number", "(2,10)");
        Says(() => config.GetIntList("arbiter.ports"), "arbiter.ports[1]: 'x' is not a whole number", "(3,15)");
        Says(() => config.GetString("arbiter.ports"), "arbiter.ports: a list is not text", "(3,11)");
        Says(() => config.GetStringList("arbiter.port"), "arbiter.port: 'abc' is not a list", "(2,10)");
        Says(() => config.GetInt("arbiter.limits"), "arbiter.limits: an object is not a whole number", "(4,10)");
        Says(() => config.GetConfig("arbiter.port"), "arbiter.port: 'abc' is not an object", "(2,10)");
        Says(() => config.GetTimeSpan("arbiter.wait"), "arbiter.wait: '5 fortnights' is not a duration", "(5,10)");
        Says(() => config.GetByteSize("arbiter.port", null), "arbiter.port: 'abc' is not a size such as", "(2,10)");
        Says(() => config.GetBoolean("arbiter.on"), "arbiter.on: 'On' is not a switch (on, off,", "(6,8)");
        Says(() => config.GetDouble("arbiter.port"), "arbiter.port: 'abc' is not a number", "(2,10)");
    }

    [BundledOnlyFact("the error has neither the path nor the value in it")]
    public void A_number_that_is_too_large_is_an_error_of_the_same_kind()
    {
        Config config = "a = 99999999999, days = 999999999999 days";

        Says(() => config.GetInt("a"), "'99999999999' is not a whole number from -2147483648 to 2147483647", "(1,5)");
        Says(() => config.GetTimeSpan("days"), "days: '999999999999 days' is not a duration", "(1,25)");
    }

    [Fact]
    public void A_path_with_an_open_quote_is_an_error() =>
        Assert.ThrowsAny<Exception>(() => ConfigurationFactory.ParseString("a = 1").GetInt("a.\"b"));

    [Fact]
    public void A_missing_section_is_named() =>
        Assert.Contains(
            "arbiter.limits",
            ConfigurationException.NullOrEmptyConfig<HoconErrorSpecs>("arbiter.limits").Message,
            StringComparison.Ordinal);

    private static void Says(string hocon, string expected) =>
        Says(() => ConfigurationFactory.ParseString(hocon), expected, "");

    private static void Says(Func<object?> read, string expected, string place)
    {
        var error = Assert.Throws<ConfigurationException>(read);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }
}
