namespace Akka.Configuration.Hocon;

/// <summary>One of the three things a value can be: text, a list or an object.</summary>
public interface IHoconElement
{
    /// <summary>True for a <see cref="HoconLiteral"/>.</summary>
    bool IsString();

    /// <summary>The text; null for the literal <c>null</c>.</summary>
    /// <exception cref="ConfigurationException">This is a list or an object.</exception>
    string? GetString();

    /// <summary>True for a <see cref="HoconArray"/>.</summary>
    bool IsArray();

    /// <summary>The values of the list.</summary>
    /// <exception cref="ConfigurationException">This is text or an object.</exception>
    IList<HoconValue> GetArray();
}
