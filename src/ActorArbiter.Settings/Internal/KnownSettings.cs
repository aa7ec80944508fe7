using Akka.Configuration.Hocon;

namespace ActorArbiter.Settings.Internal;

/// <summary>The settings that a schema's defaults list, and the check that others keep to them.</summary>
internal sealed class KnownSettings
{
    private readonly string _section;
    private readonly HashSet<string> _paths = [];
    private readonly HashSet<string> _groups = [];

    public KnownSettings(SettingsSchema schema)
    {
        _section = schema.Section;
        Collect(schema.Section, schema.Defaults.GetValue(schema.Section) ?? throw new ArgumentException(
            $"the defaults have no section {schema.Section}", nameof(schema)));
    }

    /// <summary>Every setting that has a value: <c>client.port</c>, and so on.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    public bool Contains(string path) => _paths.Contains(path);

    /// <exception cref="SettingsException">
    /// <paramref name="source"/> has a setting that is unknown, or a group where a value belongs. Sections of other
    /// programs are let be, unless their name is this section's with a slip in it.
    /// </exception>
    public void Check(SettingsSource source)
    {
        foreach (var (name, value) in source.Values.AsEnumerable())
        {
            if (name == _section)
                Check(name, value, source);
            else if (NearestName.Find(name, [_section]) is not null)
                throw Unknown(name, [_section], source.Origin(name));
        }
    }

    /// <summary>The error for a setting that is not known.</summary>
    public static SettingsException Unknown(string name, IEnumerable<string> known, string origin)
    {
        var hint = NearestName.Find(name, known) is { } nearest ? $": did you mean {nearest}?" : "";
        return new SettingsException($"unknown setting {name} ({origin}){hint}");
    }

    private void Check(string path, HoconValue value, SettingsSource source)
    {
        if (_paths.Contains(path))
        {
            if (value.IsObject())
                throw new SettingsException($"{path} ({source.Origin(path)}) is a group of settings: expected a value");
            return;
        }

        if (!_groups.Contains(path))
            throw Unknown(path, _paths, source.Origin(path));
        if (value.GetObject() is not { } group)
            throw new SettingsException($"{path} ({source.Origin(path)}) is a value: expected a group of settings");
        foreach (var (name, child) in group.Items)
            Check($"{path}.{name}", child, source);
    }

    private void Collect(string path, HoconValue value)
    {
        if (value.GetObject() is not { } group)
        {
            _paths.Add(path);
            return;
        }

        _groups.Add(path);
        foreach (var (name, child) in group.Items)
            Collect($"{path}.{name}", child);
    }
}
