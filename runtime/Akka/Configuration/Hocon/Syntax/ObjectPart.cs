using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>An object; its settings may still hold substitutions.</summary>
internal sealed class ObjectPart(SourcePosition? position) : ValuePart(position)
{
    public Dictionary<string, Setting> Settings { get; } = [];

    public Setting GetOrAdd(string key)
    {
        if (!Settings.TryGetValue(key, out var setting))
        {
            Settings.Add(key, setting = new Setting());
        }

        return setting;
    }

    /// <summary>Takes over the settings of an object that was written after this one.</summary>
    public void Absorb(ObjectPart later)
    {
        foreach (var (key, setting) in later.Settings)
        {
            var target = GetOrAdd(key);
            foreach (var definition in setting.Definitions)
            {
                target.Define(definition);
            }
        }
    }
}
