using System.Text;

namespace ActorArbiter.Protocol;

/// <summary>A line of the server as it is sent.</summary>
internal static class LineBytes
{
    /// <summary><paramref name="line"/>, ended by a line feed, in an array of just that length.</summary>
    public static byte[] Of(string line)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(line) + 1];
        Encoding.UTF8.GetBytes(line, bytes);
        bytes[^1] = (byte)'\n';
        return bytes;
    }
}
