namespace Akka.Configuration.Hocon;

/// <summary>A list of values.</summary>
public sealed class HoconArray : List<HoconValue>, IHoconElement
{
    internal HoconArray(int capacity)
        : base(capacity)
    {
    }

    /// <inheritdoc/>
    public bool IsString() => false;

    /// <inheritdoc/>
    public string GetString() => throw HoconValue.Mismatch(this, "text");

    /// <inheritdoc/>
    public bool IsArray() => true;

    /// <inheritdoc/>
    public IList<HoconValue> GetArray() => this;

    /// <inheritdoc/>
    public override string ToString() => HoconRenderer.Render(this);
}
