using System.Buffers.Binary;

namespace StampedTcp.Tests.Interop;

/// <summary>Control messages as the kernel lays them out, cmsg(3): a header of 16 bytes, the data, and padding to 8.</summary>
internal static class ControlMessages
{
    private const int HeaderBytes = 16;

    /// <summary>SO_TIMESTAMPNS: seconds and nanoseconds.</summary>
    public static byte[] Timestamp(long seconds, long nanoseconds)
    {
        var data = new byte[16];
        BinaryPrimitives.WriteInt64LittleEndian(data, seconds);
        BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(8), nanoseconds);
        return Of(level: 1, type: 35, data);
    }

    /// <summary>TCP_INQ: how many bytes wait behind those that were read.</summary>
    public static byte[] Queue(int bytes)
    {
        var data = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(data, bytes);
        return Of(level: 6, type: 36, data);
    }

    public static byte[] Of(int level, int type, byte[] data, int? length = null)
    {
        var message = new byte[(HeaderBytes + data.Length + 7) & -8];
        BinaryPrimitives.WriteInt64LittleEndian(message, length ?? HeaderBytes + data.Length);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(8), level);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(12), type);
        data.CopyTo(message, HeaderBytes);
        return message;
    }
}
