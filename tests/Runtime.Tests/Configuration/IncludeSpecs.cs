using Akka.Configuration;
using Akka.Configuration.Hocon;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>Settings from somewhere else. The files are in a directory that is deleted afterwards.</summary>
public sealed class IncludeSpecs : IDisposable
{
    private const string FilesAreNotKnown =
        "includes are answered by a callback; without one they fail on a null reference";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hocon-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_callback_answers_with_the_settings_to_include()
    {
        string? asked = null;

        var config = ConfigurationFactory.ParseString("a { b { include \"there.conf\" }\nd = 1 }", name =>
        {
            asked = name;
            return Parser.Parse("x = 1, y { z = 2 }", null);
        });

        Assert.Equal("there.conf", asked);
        Assert.Equal(1, config.GetInt("a.b.x"));
        Assert.Equal(2, config.GetInt("a.b.y.z"));
        Assert.Equal(1, config.GetInt("a.d"));
    }

    [Fact]
    public void An_include_may_have_substitutions_of_its_own()
    {
        var config = ConfigurationFactory.ParseString(
            "a { b { include \"x\" } }", _ => Parser.Parse("x = 1, y = ${x}", null));

        Assert.Equal(1, config.GetInt("a.b.y"));
    }

    [Fact]
    public void Include_can_be_an_ordinary_key()
    {
        Config config = "include = 1, includes = 2";

        Assert.Equal(1, config.GetInt("include"));
        Assert.Equal(2, config.GetInt("includes"));
    }

    [BundledOnlyFact(FilesAreNotKnown)]
    public void A_file_is_found_beside_the_file_that_includes_it()
    {
        Directory.CreateDirectory(Path.Combine(_directory.FullName, "sub"));
        Write("main.conf", "include \"sub/one.conf\"\nb = 2");
        Write("sub/one.conf", "a = 1\ninclude \"two.conf\"");
        Write("sub/two.conf", "b = 1\nc = 3");

        var config = Include("main.conf");

        Assert.Equal([1, 2, 3], new[] { "a", "b", "c" }.Select(path => config.GetInt(path)));
    }

    [BundledOnlyFact(FilesAreNotKnown)]
    public void What_comes_after_an_include_overrides_it_and_what_comes_before_is_overridden()
    {
        Write("main.conf", "a = 1, o { x = 1 }\ninclude \"other.conf\"\nb = 1, o { z = 1 }");
        Write("other.conf", "a = 2, b = 2, o { x = 2, z = 2 }");

        var config = Include("main.conf");

        Assert.Equal([2, 1, 2, 1], new[] { "a", "b", "o.x", "o.z" }.Select(path => config.GetInt(path)));
    }

    [BundledOnlyFact(FilesAreNotKnown)]
    public void Substitutions_of_a_file_mean_its_own_settings_first_and_then_those_around_it()
    {
        Write("main.conf", "outer = 1, name = main\nsection { include \"part.conf\" }");
        Write("part.conf", "name = part\nmine = ${name}\nouter-value = ${outer}\ndeeper { include \"deep.conf\" }");
        Write("deep.conf", "all = ${outer} ${mine}");

        var config = Include("main.conf");

        Assert.Equal("part", config.GetString("section.mine"));
        Assert.Equal(1, config.GetInt("section.outer-value"));
        Assert.Equal("1 part", config.GetString("section.deeper.all"));
    }

    [BundledOnlyFact(FilesAreNotKnown)]
    public void A_file_that_includes_itself_is_an_error()
    {
        Write("main.conf", "include \"other.conf\"");
        Write("other.conf", "\n  include \"main.conf\"");

        var error = Assert.Throws<ConfigurationException>(() => Include("main.conf"));

        Assert.Contains("other.conf(2,11)", error.Message, StringComparison.Ordinal);
        Assert.Contains("main.conf includes itself", error.Message, StringComparison.Ordinal);
    }

    [BundledOnlyFact(FilesAreNotKnown)]
    public void A_file_may_be_included_twice()
    {
        Write("main.conf", "a { include \"other.conf\" }\nb { include \"other.conf\" }");
        Write("other.conf", "x = 1");

        Assert.Equal(1, Include("main.conf").GetInt("b.x"));
    }

    [BundledOnlyFact(FilesAreNotKnown)]
    public void A_missing_file_is_an_error_at_the_include()
    {
        Write("main.conf", "include \"nowhere.conf\"");

        var error = Assert.Throws<ConfigurationException>(() => Include("main.conf"));

        Assert.Contains("main.conf(1,9): cannot read", error.Message, StringComparison.Ordinal);
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    [BundledOnlyFact(FilesAreNotKnown)]
    public void An_error_names_the_file_it_is_in()
    {
        Write("main.conf", "\ninclude \"bad.conf\"");
        Write("bad.conf", "a = 1\nb = }");

        var error = Assert.Throws<ConfigurationException>(() => Include("main.conf"));

        Assert.Contains("bad.conf(2,5): expected a value after '='", error.Message, StringComparison.Ordinal);
    }

    private void Write(string name, string hocon) => File.WriteAllText(Path.Combine(_directory.FullName, name), hocon);

    private Config Include(string name) =>
        ConfigurationFactory.ParseString($"include \"\"\"{Path.Combine(_directory.FullName, name)}\"\"\"");
}
