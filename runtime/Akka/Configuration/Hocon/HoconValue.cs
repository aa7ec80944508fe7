using Akka.Configuration.Hocon.Scalars;
using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon;

/// <summary>
/// A value in a configuration: text, a list, an object, or <c>null</c>. A getter whose type does not fit throws a
/// <see cref="ConfigurationException"/> that says where the value was written and what it should be.
/// </summary>
public sealed class HoconValue
{
    private readonly IHoconElement _element;

    internal HoconValue(IHoconElement element, SourcePosition? origin)
    {
        _element = element;
        Origin = origin;
    }

    /// <summary>True for an object without settings.</summary>
    public bool IsEmpty => _element is HoconObject { Items.Count: 0 };

    /// <summary>Where the value was written; null for one that was made in the program.</summary>
    internal SourcePosition? Origin { get; }

    internal bool IsNull => _element is HoconLiteral { Value: null };

    internal IHoconElement Element => _element;

    /// <summary>True for text, and for <c>null</c>.</summary>
    public bool IsString() => _element.IsString();

    /// <summary>True for a list.</summary>
    public bool IsArray() => _element.IsArray();

    /// <summary>True for an object.</summary>
    public bool IsObject() => _element is HoconObject;

    /// <summary>The object, or null if the value is none.</summary>
    public HoconObject GetObject() => (_element as HoconObject)!;

    /// <summary>The value of a key, or null if this is no object or has no such key.</summary>
    public HoconValue GetChildObject(string key) => GetObject()?.GetKey(key)!;

    /// <summary>The values of a list.</summary>
    public IList<HoconValue> GetArray() => ReadArray(null);

    /// <summary>The object as a configuration of its own.</summary>
    public Config ToConfig() => new(new HoconRoot(this));

    /// <summary>A configuration that has this value at one key.</summary>
    public Config AtKey(string key) =>
        new(new HoconRoot(new HoconValue(new HoconObject(new() { [key] = this }), Origin)));

    /// <summary>The text; null for <c>null</c>.</summary>
    public string GetString() => ReadString(null)!;

    /// <summary><c>on</c>, <c>true</c> or <c>yes</c>; <c>off</c>, <c>false</c> or <c>no</c>.</summary>
    public bool GetBoolean() => Read(ScalarTypes.Boolean);

    /// <summary>A whole number of 8 bits without a sign.</summary>
    public byte GetByte() => Read(ScalarTypes.Byte);

    /// <summary>A whole number of 32 bits.</summary>
    public int GetInt() => Read(ScalarTypes.Int);

    /// <summary>A whole number of 64 bits.</summary>
    public long GetLong() => Read(ScalarTypes.Long);

    /// <summary>A number, with a decimal point whatever the culture.</summary>
    public float GetFloat() => Read(ScalarTypes.Float);

    /// <inheritdoc cref="GetFloat"/>
    public double GetDouble() => Read(ScalarTypes.Double);

    /// <inheritdoc cref="GetFloat"/>
    public decimal GetDecimal() => Read(ScalarTypes.Decimal);

    /// <summary>
    /// A duration: a number, milliseconds unless followed by a unit (<c>ns us ms s m h d</c> or their names), or
    /// <c>infinite</c>, which is <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    /// <param name="allowInfinite">False: <c>infinite</c> is an error.</param>
    public TimeSpan GetTimeSpan(bool allowInfinite = true) => Read(ScalarTypes.Duration(allowInfinite));

    /// <summary>
    /// A number of bytes, with or without a unit: <c>k</c>, <c>KiB</c> and so on are powers of 1024, <c>kB</c>,
    /// <c>MB</c> and so on powers of 1000. Null for an empty text.
    /// </summary>
    public long? GetByteSize() => ReadByteSize(null);

    /// <summary>A list of texts.</summary>
    public IList<string> GetStringList() => ReadList(ScalarTypes.Text);

    /// <summary>A list of switches.</summary>
    public IList<bool> GetBooleanList() => ReadList(ScalarTypes.Boolean);

    /// <summary>A list of numbers.</summary>
    public IList<byte> GetByteList() => ReadList(ScalarTypes.Byte);

    /// <inheritdoc cref="GetByteList"/>
    public IList<int> GetIntList() => ReadList(ScalarTypes.Int);

    /// <inheritdoc cref="GetByteList"/>
    public IList<long> GetLongList() => ReadList(ScalarTypes.Long);

    /// <inheritdoc cref="GetByteList"/>
    public IList<float> GetFloatList() => ReadList(ScalarTypes.Float);

    /// <inheritdoc cref="GetByteList"/>
    public IList<double> GetDoubleList() => ReadList(ScalarTypes.Double);

    /// <inheritdoc cref="GetByteList"/>
    public IList<decimal> GetDecimalList() => ReadList(ScalarTypes.Decimal);

    /// <summary>The value as HOCON that can be read back.</summary>
    public override string ToString() => HoconRenderer.Render(_element);

    internal T Read<T>(ScalarType<T> type, string? path = null) =>
        _element is HoconLiteral { Value: { } text } && type.TryParse(text, out var value)
            ? value
            : throw Mismatch(_element, type.Expected, path, Origin);

    internal IList<T> ReadList<T>(ScalarType<T> type, string? path = null)
    {
        var values = ReadArray(path);
        var list = new List<T>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            list.Add(values[i].Read(type, $"{path}[{i}]"));
        }

        return list;
    }

    internal string? ReadString(string? path) => IsNull ? null : Read(ScalarTypes.Text, path);

    internal long? ReadByteSize(string? path) =>
        _element is HoconLiteral { Value: null or "" } ? null : Read(ScalarTypes.ByteSize, path);

    internal static ConfigurationException Mismatch(
        IHoconElement found, string expected, string? path = null, SourcePosition? origin = null)
    {
        var where = string.IsNullOrEmpty(path) ? "" : path + ": ";
        var writtenAt = origin is { } position ? $", at {position}" : "";
        return new ConfigurationException($"{where}{Describe(found)} is not {expected}{writtenAt}");
    }

    private IList<HoconValue> ReadArray(string? path) => _element switch
    {
        HoconArray array => array,
        HoconLiteral { Value: null } => [],
        _ => throw Mismatch(_element, "a list", path, Origin),
    };

    private static string Describe(IHoconElement found) => found switch
    {
        HoconLiteral { Value: null } => "null",
        HoconLiteral { Value: { Length: > 80 } text } => $"'{text[..80]}...'",
        HoconLiteral { Value: { } text } => $"'{text}'",
        HoconArray => "a list",
        _ => "an object",
    };
}
