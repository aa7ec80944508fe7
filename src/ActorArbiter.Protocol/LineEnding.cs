namespace ActorArbiter.Protocol;

/// <summary>How a client ended its line; the reply ends in the same way.</summary>
public enum LineEnding
{
    /// <summary>With nothing: the client went quiet or closed its sending side.</summary>
    None,

    /// <summary>With a line feed.</summary>
    Lf,

    /// <summary>With a carriage return and a line feed.</summary>
    CrLf,
}

/// <summary>The bytes of a <see cref="LineEnding"/>.</summary>
public static class LineEndings
{
    /// <summary>What is sent for <paramref name="ending"/>: zero, one or two bytes.</summary>
    public static ReadOnlySpan<byte> Bytes(this LineEnding ending) => ending switch
    {
        LineEnding.Lf => "\n"u8,
        LineEnding.CrLf => "\r\n"u8,
        _ => [],
    };
}
