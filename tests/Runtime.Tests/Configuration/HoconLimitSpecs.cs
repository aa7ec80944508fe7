using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>Texts that would take the process down if nobody stopped them.</summary>
public sealed class HoconLimitSpecs
{
    private const string NoLimits =
        "there are no limits: parsing or reading such a text overflows the stack or runs out of memory";

    [Fact]
    public void A_hundred_levels_are_fine()
    {
        var path = string.Join('.', Enumerable.Repeat("a", 100));

        Assert.Equal(1, ConfigurationFactory.ParseString($"{path} = 1").GetInt(path));
        Assert.Equal(100, Depth($"a = {new string('[', 100)}1{new string(']', 100)}"));
    }

    [BundledOnlyFact(NoLimits)]
    public void Deep_nesting_is_an_error()
    {
        Refuses("a = " + new string('[', 100_000));
        Refuses(string.Concat(Enumerable.Repeat("a {", 100_000)));
        Refuses(string.Join('.', Enumerable.Repeat("a", 100_000)) + " = 1");
    }

    [BundledOnlyFact(NoLimits)]
    public void Deep_nesting_by_substitution_is_an_error()
    {
        Refuses(Lines(10_000, i => $"a{i} = ${{a{i + 1}}}") + "a10000 = 1");
        Refuses("a0 = 1\n" + Lines(1_000, i => $"a{i + 1} = [${{a{i}}}]"));
    }

    [BundledOnlyFact(NoLimits)]
    public void Text_and_lists_that_double_again_and_again_are_an_error()
    {
        Refuses("a0 = text\n" + Lines(64, i => $"a{i + 1} = ${{a{i}}}${{a{i}}}"));
        Refuses("a0 = [1]\n" + Lines(64, i => $"a{i + 1} = ${{a{i}}} ${{a{i}}}"));
        Refuses("a0 = 1\n" + Lines(64, i => $"a{i + 1} = [${{a{i}}}, ${{a{i}}}]"));
        Refuses("a = text\n" + Lines(64, _ => "a = ${a}${a}"));
    }

    [BundledOnlyFact("+= makes a key that ends with a plus sign")]
    public void A_long_row_of_additions_is_fine()
    {
        Config config = Lines(1_000, i => $"a += {i}");

        Assert.Equal(Enumerable.Range(0, 1_000), config.GetIntList("a"));
    }

    private static string Lines(int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, count).Select(i => line(i) + "\n"));

    private static int Depth(Config config)
    {
        var depth = 0;
        for (var value = config.GetValue("a")!; value.IsArray(); value = value.GetArray()[0])
        {
            depth++;
        }

        return depth;
    }

    private static void Refuses(string hocon)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));
        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
        Assert.Contains(" at most ", error.Message, StringComparison.Ordinal);
    }
}
