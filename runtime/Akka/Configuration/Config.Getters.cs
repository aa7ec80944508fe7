using Akka.Configuration.Hocon.Scalars;

namespace Akka.Configuration;

/// <content>
/// The getters by type. A value that is missing or <c>null</c> yields the default; one that does not fit the type is a
/// <see cref="ConfigurationException"/> with its path, what was found and what was expected.
/// </content>
public sealed partial class Config
{
    /// <summary>Text; a number or a switch is its text.</summary>
    public string GetString(string path, string? @default = null) =>
        Find(path)?.ReadString(FullPath(path)) ?? @default!;

    /// <summary><c>on</c>, <c>true</c> or <c>yes</c>; <c>off</c>, <c>false</c> or <c>no</c>.</summary>
    public bool GetBoolean(string path, bool @default = false) => Read(path, ScalarTypes.Boolean, @default);

    /// <summary>A whole number of 32 bits.</summary>
    public int GetInt(string path, int @default = 0) => Read(path, ScalarTypes.Int, @default);

    /// <summary>A whole number of 64 bits.</summary>
    public long GetLong(string path, long @default = 0) => Read(path, ScalarTypes.Long, @default);

    /// <summary>A number, with a decimal point whatever the culture.</summary>
    public float GetFloat(string path, float @default = 0) => Read(path, ScalarTypes.Float, @default);

    /// <inheritdoc cref="GetFloat"/>
    public double GetDouble(string path, double @default = 0) => Read(path, ScalarTypes.Double, @default);

    /// <inheritdoc cref="GetFloat"/>
    public decimal GetDecimal(string path, decimal @default = 0) => Read(path, ScalarTypes.Decimal, @default);

    /// <summary>
    /// A duration: a number, milliseconds unless followed by a unit (<c>ns us ms s m h d</c> or their names), or
    /// <c>infinite</c>, which is <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    /// <param name="path">The path of the setting.</param>
    /// <param name="default">What a missing setting stands for; zero if null.</param>
    /// <param name="allowInfinite">False: <c>infinite</c> is an error.</param>
    public TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        Read(path, ScalarTypes.Duration(allowInfinite), @default.GetValueOrDefault());

    /// <summary>
    /// A number of bytes, with or without a unit: <c>k</c>, <c>KiB</c> and so on are powers of 1024, <c>kB</c>,
    /// <c>MB</c> and so on powers of 1000. Null for an empty text.
    /// </summary>
    public long? GetByteSize(string path, long? def = null) =>
        Find(path) is { } value ? value.ReadByteSize(FullPath(path)) : def;

    /// <summary>A list of texts; empty if missing.</summary>
    public IList<string> GetStringList(string path) => ReadList(path, ScalarTypes.Text);

    /// <summary>A list of texts, or <paramref name="defaultPaths"/> if it is missing.</summary>
    public IList<string> GetStringList(string path, string[] defaultPaths) =>
        Find(path) is null ? defaultPaths : GetStringList(path);

    /// <summary>A list of switches; empty if missing.</summary>
    public IList<bool> GetBooleanList(string path) => ReadList(path, ScalarTypes.Boolean);

    /// <summary>A list of numbers; empty if missing.</summary>
    public IList<byte> GetByteList(string path) => ReadList(path, ScalarTypes.Byte);

    /// <inheritdoc cref="GetByteList"/>
    public IList<int> GetIntList(string path) => ReadList(path, ScalarTypes.Int);

    /// <inheritdoc cref="GetByteList"/>
    public IList<long> GetLongList(string path) => ReadList(path, ScalarTypes.Long);

    /// <inheritdoc cref="GetByteList"/>
    public IList<float> GetFloatList(string path) => ReadList(path, ScalarTypes.Float);

    /// <inheritdoc cref="GetByteList"/>
    public IList<double> GetDoubleList(string path) => ReadList(path, ScalarTypes.Double);

    /// <inheritdoc cref="GetByteList"/>
    public IList<decimal> GetDecimalList(string path) => ReadList(path, ScalarTypes.Decimal);

    private T Read<T>(string path, ScalarType<T> type, T @default) =>
        Find(path) is { } value ? value.Read(type, FullPath(path)) : @default;

    private IList<T> ReadList<T>(string path, ScalarType<T> type) =>
        Find(path) is { } value ? value.ReadList(type, FullPath(path)) : [];
}
