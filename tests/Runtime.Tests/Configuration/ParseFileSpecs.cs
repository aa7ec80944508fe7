#if !AKKA_PACKAGES // Akka.NET 1.5.30 has no ParseFile: its callers read the text and parse that.
using Akka.Configuration;

namespace Runtime.Tests.Configuration;

public sealed class ParseFileSpecs : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_file_is_read_and_named_in_its_errors()
    {
        File.WriteAllText(_path, "arbiter {\n  port = abc\n}");

        var config = ConfigurationFactory.ParseFile(_path);
        var error = Assert.Throws<ConfigurationException>(() => config.GetInt("arbiter.port"));

        Assert.StartsWith("arbiter.port: 'abc' is not a whole number", error.Message, StringComparison.Ordinal);
        Assert.EndsWith($"{_path}(2,10)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_that_names_it()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseFile(_path + ".not"));

        Assert.Contains($"'{_path}.not'", error.Message, StringComparison.Ordinal);
    }
}
#endif
