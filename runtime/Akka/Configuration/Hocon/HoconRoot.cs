namespace Akka.Configuration.Hocon;

/// <summary>A parsed HOCON text.</summary>
public sealed class HoconRoot
{
    /// <param name="value">The object that the text describes.</param>
    public HoconRoot(HoconValue value) => Value = value;

    /// <summary>The object that the text describes.</summary>
    public HoconValue Value { get; }
}
