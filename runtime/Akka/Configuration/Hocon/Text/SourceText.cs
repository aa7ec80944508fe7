namespace Akka.Configuration.Hocon.Text;

/// <summary>A text to parse and where it comes from.</summary>
internal sealed class SourceText
{
    private const string Unnamed = "HOCON";
    private const char ByteOrderMark = '\uFEFF';

    private SourceText(string content, string name, string? fullPath, SourcePosition? includedFrom)
    {
        Content = content.StartsWith(ByteOrderMark) ? content[1..] : content;
        Name = name;
        FullPath = fullPath;
        IncludedFrom = includedFrom;
    }

    /// <summary>The text, without a byte-order mark.</summary>
    public string Content { get; }

    /// <summary>What errors call this text.</summary>
    public string Name { get; }

    /// <summary>The file, or null if the text is no file.</summary>
    public string? FullPath { get; }

    /// <summary>The include that asked for this text; null if it was not included.</summary>
    public SourcePosition? IncludedFrom { get; }

    public static SourceText FromString(string content, string name = Unnamed) => new(content, name, null, null);

    /// <exception cref="ConfigurationException">The file cannot be read.</exception>
    public static SourceText FromFile(string path) => Read(path, null);

    /// <summary>A file named in an include, relative to the file that the include stands in.</summary>
    /// <exception cref="ConfigurationException">It cannot be read, or is being read: it includes itself.</exception>
    public static SourceText FromInclude(string path, SourcePosition include)
    {
        var directory = include.Source.FullPath is null ? "" : Path.GetDirectoryName(include.Source.Name) ?? "";
        var included = Path.Combine(directory, path);
        for (var source = include.Source; source is not null; source = source.IncludedFrom?.Source)
        {
            if (source.FullPath == Path.GetFullPath(included))
            {
                throw include.Error($"{included} includes itself: expected a file that is not being read");
            }
        }

        return Read(included, include);
    }

    private static SourceText Read(string path, SourcePosition? include)
    {
        try
        {
            return new SourceText(File.ReadAllText(path), path, Path.GetFullPath(path), include);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var message = $"cannot read the configuration file '{path}': {reason.Message}";
            throw new ConfigurationException(include is { } from ? $"{from}: {message}" : message, reason);
        }
    }
}
