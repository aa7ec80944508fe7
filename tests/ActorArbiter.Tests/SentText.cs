using System.Text;

namespace ActorArbiter.Tests;

/// <summary>Bytes as they are sent, read again.</summary>
internal static class SentText
{
    public static string Of(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>The text of one line that ends in a line feed.</summary>
    public static string Line(ReadOnlyMemory<byte> bytes)
    {
        Assert.Equal((byte)'\n', bytes.Span[^1]);
        return Of(bytes[..^1]);
    }
}
