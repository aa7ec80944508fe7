namespace Akka.Configuration.Hocon;

/// <summary>Values by key, in the order in which the keys were first written.</summary>
public sealed class HoconObject : IHoconElement
{
    internal HoconObject(Dictionary<string, HoconValue> items) => Items = items;

    /// <summary>The values by key. A key is one step of a path: dots and quotes are already taken apart.</summary>
    public Dictionary<string, HoconValue> Items { get; }

    /// <summary>The value of a key, or null if there is none.</summary>
    public HoconValue GetKey(string key) => Items.GetValueOrDefault(key)!;

    /// <inheritdoc/>
    public bool IsString() => false;

    /// <inheritdoc/>
    public string GetString() => throw HoconValue.Mismatch(this, "text");

    /// <inheritdoc/>
    public bool IsArray() => false;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => throw HoconValue.Mismatch(this, "a list");

    /// <inheritdoc/>
    public override string ToString() => HoconRenderer.Render(this);

    /// <summary>A new object with the settings of both. Unless both values are objects the upper counts.</summary>
    internal static HoconObject Merge(HoconObject lower, HoconObject upper)
    {
        var items = new Dictionary<string, HoconValue>(lower.Items);
        foreach (var (key, above) in upper.Items)
        {
            items[key] = items.TryGetValue(key, out var below)
                && below.GetObject() is { } belowObject
                && above.GetObject() is { } aboveObject
                    ? new HoconValue(Merge(belowObject, aboveObject), above.Origin)
                    : above;
        }

        return new HoconObject(items);
    }
}
