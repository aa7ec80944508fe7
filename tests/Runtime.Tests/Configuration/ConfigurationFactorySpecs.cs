using System.Reflection;
using System.Text;
using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

/// <summary>Where configurations come from.</summary>
public sealed class ConfigurationFactorySpecs
{
    [Fact]
    public void A_resource_is_read_from_its_assembly() =>
        Assert.Equal(1, ConfigurationFactory.FromResource("sample.conf", new SampleAssembly()).GetInt("a"));

    [BundledOnlyFact("a missing resource fails on a null reference")]
    public void A_missing_resource_is_named_with_those_that_are_there()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => ConfigurationFactory.FromResource("other.conf", new SampleAssembly()));

        Assert.Contains("'other.conf'", error.Message, StringComparison.Ordinal);
        Assert.Contains("sample.conf", error.Message, StringComparison.Ordinal);
    }

    [BundledOnlyFact("a missing resource fails on a null reference")]
    public void The_assembly_can_be_named_by_one_of_its_types()
    {
        var reads = new Func<Config>[]
        {
            () => ConfigurationFactory.FromResource<ConfigurationFactorySpecs>("missing.conf"),
            () => ConfigurationFactory.FromResource("missing.conf", typeof(ConfigurationFactorySpecs)),
            () => ConfigurationFactory.FromResource("missing.conf", this),
        };

        Assert.All(reads, read => Assert.Contains(
            typeof(ConfigurationFactorySpecs).Assembly.GetName().Name!,
            Assert.Throws<ConfigurationException>(read).Message,
            StringComparison.Ordinal));
    }

    [Fact]
    public void An_object_becomes_settings()
    {
        var config = ConfigurationFactory.FromObject(new
        {
            arbiter = new { port = 12000, ids = new[] { "X", "Y" } },
            none = (string?)null,
        });

        Assert.Equal(12000, config.GetInt("arbiter.port"));
        Assert.Equal(["X", "Y"], config.GetStringList("arbiter.ids"));
        Assert.Null(config.GetString("none"));
    }

    private sealed class SampleAssembly : Assembly
    {
        public override Stream? GetManifestResourceStream(string name) =>
            name == "sample.conf" ? new MemoryStream(Encoding.UTF8.GetBytes("a = 1")) : null;

        public override string[] GetManifestResourceNames() => ["sample.conf"];

        public override AssemblyName GetName() => new("Sample");
    }
}
