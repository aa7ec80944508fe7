using System.Globalization;
using ActorArbiter.Protocol;
using ActorArbiter.Settings.Internal;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorArbiter.Settings;

/// <summary>
/// Reads settings as values of a type. Every read throws <see cref="SettingsException"/> when the value is not what it
/// should be.
/// </summary>
public sealed class SettingsReader
{
    private readonly HoconValue _values;
    private readonly string _prefix;
    private readonly Func<string, string> _origin;
    private readonly Func<string, bool> _isDefault;

    internal SettingsReader(Config config, IReadOnlyList<SettingsSource> strongestFirst)
    {
        Config = config;
        _values = config.Root;
        _prefix = "";
        _origin = path => SourceOf(path).Origin(path);
        _isDefault = path => SourceOf(path) == strongestFirst[^1];

        SettingsSource SourceOf(string path) => strongestFirst.First(source => source.Values.HasPath(path));
    }

    private SettingsReader(Config config, HoconValue values, string prefix, Func<string, string> origin)
    {
        _isDefault = _ => false;
        Config = config;
        _values = values;
        _prefix = prefix;
        _origin = origin;
    }

    /// <summary>Reads <paramref name="text"/> as a value; says whether it is one.</summary>
    public delegate bool TextParser<T>(string text, out T value);

    /// <summary>All settings together, the <c>akka</c> section among them.</summary>
    public Config Config { get; }

    /// <summary>Whether there is a setting at <paramref name="path"/>.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>Whether the setting at <paramref name="path"/> has its default because nobody gave it.</summary>
    public bool IsDefault(string path) => _isDefault(path);

    /// <summary>A text; it may be empty.</summary>
    public string Text(string path) => Parsed(path, "a text", (string text, out string value) =>
    {
        value = text;
        return true;
    });

    /// <summary>A text, or <see langword="null"/> where it is empty: the setting is off.</summary>
    public string? OptionalText(string path) => Text(path) is { Length: > 0 } text ? text : null;

    /// <summary><c>on</c>, <c>true</c> or <c>yes</c>; <c>off</c>, <c>false</c> or <c>no</c>.</summary>
    public bool Flag(string path) => Parsed(path, "on or off", (string text, out bool value) =>
    {
        value = text is "on" or "true" or "yes";
        return value || text is "off" or "false" or "no";
    });

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public int Number(string path, int min, int max) => Parsed(
        path,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"),
        (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= min && value <= max);

    /// <summary>A TCP port, 1 to 65535.</summary>
    public int Port(string path) => Number(path, 1, ushort.MaxValue);

    /// <summary>A TCP port to listen on: 0 stands for any free one.</summary>
    public int ListeningPort(string path) => Number(path, 0, ushort.MaxValue);

    /// <summary>A duration as <see cref="Durations"/> reads it: <c>500ms</c>, <c>10s</c>.</summary>
    public TimeSpan Duration(string path) => Parsed(
        path, Durations.Grammar, (string text, out TimeSpan value) => Durations.TryParse(text, out value));

    /// <summary>One of an enum's names, in lower case.</summary>
    public TEnum Choice<TEnum>(string path)
        where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>().Select(name => name.ToLowerInvariant()).ToArray();
        return Parsed(path, $"one of {string.Join(", ", names)}", (string text, out TEnum value) =>
        {
            var index = Array.IndexOf(names, text);
            value = index < 0 ? default : Enum.GetValues<TEnum>()[index];
            return index >= 0;
        });
    }

    /// <summary>A value that <paramref name="parse"/> knows how to read.</summary>
    /// <param name="path">The setting.</param>
    /// <param name="expected">What it may look like, for the error: <c>a whole number from 1 to 9</c>.</param>
    /// <param name="parse">Reads the text.</param>
    public T Parsed<T>(string path, string expected, TextParser<T> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        var text = Find(path) is { } found && found.IsString() ? found.GetString() : null;
        return text is not null && parse(text, out var value) ? value : throw Wrong(path, expected);
    }

    /// <summary>
    /// A list of objects, each with a reader of its own whose paths begin inside the object. <c>[]</c> is an empty
    /// list.
    /// </summary>
    /// <param name="path">The setting.</param>
    /// <param name="known">The settings that an object may have.</param>
    public IReadOnlyList<SettingsReader> Objects(string path, params IReadOnlyCollection<string> known)
    {
        // Akka.NET's HoconValue.IsArray says no to an empty list: a list is what is neither text nor object.
        if (Find(path) is not { } found || found.IsString() || found.IsObject())
            throw Wrong(path, "a list of objects, [{ ... }, { ... }]");

        var origin = _origin(path);
        return [.. found.GetArray().Select((item, index) => Element($"{_prefix}{path}[{index}]", item, known, origin))];
    }

    /// <summary>
    /// The error for a setting whose value is not what it should be, for checks of several settings together.
    /// </summary>
    public SettingsException Wrong(string path, string expected) => Find(path) switch
    {
        null => new SettingsException($"{_prefix}{path} is missing: expected {expected}"),
        var value => new SettingsException($"{_prefix}{path} is {Shown(value)} ({_origin(path)}): expected {expected}"),
    };

    private SettingsReader Element(string name, HoconValue item, IReadOnlyCollection<string> known, string origin)
    {
        if (item.GetObject() is not { } values)
            throw new SettingsException($"{name} is {Shown(item)} ({origin}): expected an object, {{ ... }}");
        if (values.Items.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            throw KnownSettings.Unknown($"{name}.{unknown}", known.Select(key => $"{name}.{key}"), origin);
        return new SettingsReader(Config, item, name + ".", _ => origin);
    }

    private HoconValue? Find(string path) => path.Split('.').Aggregate(
        (HoconValue?)_values,
        (value, key) => value?.GetObject() is { } group ? group.Items.GetValueOrDefault(key) : null);

    private static string Shown(HoconValue value) => value switch
    {
        _ when value.IsObject() => "a group of settings",
        _ when value.IsString() => value.GetString() is { } text ? $"'{text}'" : "null",
        _ => "a list",
    };
}
