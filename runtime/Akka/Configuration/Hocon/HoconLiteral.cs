namespace Akka.Configuration.Hocon;

/// <summary>Text, quoted or not. Numbers, switches and durations are text until they are read as such.</summary>
public sealed class HoconLiteral : IHoconElement
{
    internal HoconLiteral(string? value) => Value = value;

    /// <summary>The text; null for the literal <c>null</c>.</summary>
    public string? Value { get; }

    /// <inheritdoc/>
    public bool IsString() => true;

    /// <inheritdoc/>
    public string? GetString() => Value;

    /// <inheritdoc/>
    public bool IsArray() => false;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => throw HoconValue.Mismatch(this, "a list");

    /// <inheritdoc/>
    public override string ToString() => HoconRenderer.Render(this);
}
