using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// Settings by path, such as <c>akka.loglevel</c>; a key with a dot in it is quoted: <c>deployment."/user/x.y"</c>.
/// A configuration never changes: <see cref="WithFallback"/> makes a new one.
/// </summary>
/// <remarks>
/// What may be null is said in words and not by the types, as in Akka.NET, so that sources that compile there compile here.
/// </remarks>
public sealed partial class Config
{
    /// <summary>A configuration without settings.</summary>
    public static readonly Config Empty = new();

    private readonly HoconValue _own;
    private readonly string _path;

    /// <summary>A configuration without settings.</summary>
    public Config()
        : this(new HoconValue(new HoconObject([]), null), "")
    {
    }

    /// <exception cref="ConfigurationException">The root is text or a list.</exception>
    public Config(HoconRoot root)
        : this((root ?? throw new ArgumentNullException(nameof(root))).Value, "")
    {
    }

    private Config(HoconValue own, string path)
        : this(own, path, own, null)
    {
    }

    private Config(HoconValue own, string path, HoconValue merged, Config? fallback)
    {
        if (!own.IsObject())
        {
            throw HoconValue.Mismatch(own.Element, "an object", path, own.Origin);
        }

        _own = own;
        _path = path;
        Root = merged;
        Fallback = fallback;
    }

    /// <summary>All settings: this configuration's own, and where it has none its fallback's.</summary>
    public HoconValue Root { get; }

    /// <summary>Where settings come from that this configuration does not have itself; null if from nowhere.</summary>
    public Config? Fallback { get; }

    /// <summary>True if there is not one setting, here or in the fallback.</summary>
    public bool IsEmpty => Root.IsEmpty;

    private HoconObject Settings => Root.GetObject()!;

    /// <summary>HOCON text is as good as a configuration wherever one is asked for.</summary>
    /// <exception cref="ConfigurationException">The text is not HOCON.</exception>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    /// <summary>The configuration with HOCON text as its fallback.</summary>
    public static Config operator +(Config config, string fallback) =>
        config.WithFallback(ConfigurationFactory.ParseString(fallback));

    /// <summary>HOCON text with a configuration as its fallback.</summary>
    public static Config operator +(string configHocon, Config fallbackConfig) =>
        ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    /// <summary>
    /// A configuration that takes from <paramref name="fallback"/> what it does not have itself. Objects are merged key
    /// by key; text, lists and null are taken from one side whole. Fallbacks can be chained.
    /// </summary>
    /// <exception cref="ArgumentException">A configuration cannot be its own fallback.</exception>
    public Config WithFallback(Config? fallback)
    {
        if (ReferenceEquals(fallback, this))
        {
            throw new ArgumentException("A configuration cannot be its own fallback.", nameof(fallback));
        }

        return fallback is null ? this : Above(fallback);
    }

    /// <summary>True if there is a value at the path, be it <c>null</c>.</summary>
    public bool HasPath(string path) => GetValue(path) is not null;

    /// <summary>The value at a path, or null if there is none.</summary>
    public HoconValue GetValue(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        HoconValue? value = Root;
        foreach (var key in HoconPath.Split(path))
        {
            value = value?.GetChildObject(key);
        }

        return value!;
    }

    /// <summary>
    /// The object at a path as a configuration of its own, with what the fallbacks have there; null if there is none.
    /// </summary>
    /// <exception cref="ConfigurationException">The value at the path is text or a list.</exception>
    public Config GetConfig(string path) => Find(path) is { } value ? new Config(value, FullPath(path)) : null!;

    /// <summary>The values of the first level, by key.</summary>
    public IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() => Settings.Items;

    /// <summary>The settings as HOCON that can be read back, without those of the fallback.</summary>
    public override string ToString() => _own.ToString();

    /// <summary>The settings as HOCON that can be read back.</summary>
    /// <param name="includeFallback">Whether to include what comes from the fallback.</param>
    public string ToString(bool includeFallback) => includeFallback ? Root.ToString() : ToString();

    // To every getter null is a value that is not there, so that an upper configuration can take a lower one's away.
    private HoconValue? Find(string path) => GetValue(path) is { IsNull: false } value ? value : null;

    private string FullPath(string path) => _path.Length == 0 ? path : $"{_path}.{path}";

    private Config Above(Config fallback)
    {
        if (IsEmpty)
        {
            return fallback;
        }

        var merged = new HoconValue(HoconObject.Merge(fallback.Settings, Settings), Root.Origin);
        var rest = Fallback is null || ReferenceEquals(Fallback, fallback) ? fallback : Fallback.Above(fallback);
        return new Config(_own, _path, merged, rest);
    }
}
