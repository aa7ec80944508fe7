using System.Text;
using Akka.IO;

namespace Runtime.Tests.IO;

public class ByteStringSpecs
{
    private static ByteString Hello { get; } =
        ByteString.FromString("he") + ByteString.FromString("llo ") + ByteString.FromString("world");

    [Fact]
    public void A_joined_byte_string_reads_as_one()
    {
        Assert.Equal(11, Hello.Count);
        Assert.False(Hello.IsCompact);
        Assert.Equal("hello world", Hello.ToString());
        Assert.Equal("hello world"u8.ToArray(), Hello.ToArray());
        Assert.Equal("hello world"u8.ToArray(), Hello.AsEnumerable());
        Assert.Equal((byte)'w', Hello[6]);
    }

    [Fact]
    public void Compact_makes_one_segment()
    {
        Assert.True(Hello.Compact().IsCompact);
        Assert.Equal(Hello, Hello.Compact());
    }

    [Fact]
    public void Bytes_are_equal_however_they_are_cut()
    {
        var whole = ByteString.FromString("hello world");

        Assert.Equal(whole, Hello);
        Assert.True(whole == Hello);
        Assert.Equal(whole.GetHashCode(), Hello.GetHashCode());
        Assert.NotEqual(ByteString.FromString("hello World"), Hello);
        Assert.True(Hello != ByteString.FromString("hello"));
    }

    [Fact]
    public void Every_slice_is_that_part_of_the_text()
    {
        const string Text = "hello world";
        for (var index = 0; index <= Text.Length; index++)
        {
            for (var count = 0; index + count <= Text.Length; count++)
                Assert.Equal(Text.Substring(index, count), Hello.Slice(index, count).ToString());
        }

        Assert.Equal("world", Hello.Slice(6).ToString());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 12)]
    [InlineData(12, 1)]
    [InlineData(5, -1)]
    public void A_slice_outside_the_bytes_is_refused(int index, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hello.Slice(index, count));

    [Fact]
    public void An_index_outside_the_bytes_is_refused() =>
        Assert.Throws<IndexOutOfRangeException>(() => Hello[11]);

    [Fact]
    public void A_byte_is_found_across_segments()
    {
        Assert.Equal(0, Hello.IndexOf((byte)'h'));
        Assert.Equal(4, Hello.IndexOf((byte)'o'));
        Assert.Equal(7, Hello.IndexOf((byte)'o', 5));
        Assert.Equal(7, Hello.IndexOf((byte)'o', 7));
        Assert.Equal(-1, Hello.IndexOf((byte)'h', 1));
        Assert.Equal(-1, Hello.IndexOf((byte)'x'));
        Assert.Equal(-1, Hello.IndexOf((byte)'h', 11));
    }

    [Fact]
    public void A_substring_is_found_across_segments()
    {
        Assert.True(Hello.HasSubstring(ByteString.FromString("hel") + ByteString.FromString("lo w"), 0));
        Assert.True(Hello.HasSubstring(ByteString.FromString("world"), 6));
        Assert.False(Hello.HasSubstring(ByteString.FromString("worlds"), 6));
        Assert.False(Hello.HasSubstring(ByteString.FromString("hello"), 1));
    }

    [Fact]
    public void FromBytes_shares_and_CopyFrom_copies()
    {
        var array = "abcd"u8.ToArray();
        var shared = ByteString.FromBytes(array, 1, 2);
        var copied = ByteString.CopyFrom(array, 1, 2);

        array[1] = (byte)'X';

        Assert.Equal("Xc", shared.ToString());
        Assert.Equal("bc", copied.ToString());
    }

    [Fact]
    public void Several_buffers_make_one_byte_string()
    {
        ArraySegment<byte>[] buffers = ["ab"u8.ToArray(), "c"u8.ToArray()];

        Assert.Equal("abc", ByteString.FromBytes(buffers).ToString());
        Assert.Equal("abc", ByteString.CopyFrom(buffers).ToString());
        Assert.True(ByteString.CopyFrom(buffers).IsCompact);
    }

    [Fact]
    public void No_bytes_are_the_empty_byte_string()
    {
        Assert.True(ByteString.Empty.IsEmpty);
        Assert.Empty(ByteString.Empty.ToArray());
        Assert.Equal("", ByteString.Empty.ToString());
        Assert.Equal(ByteString.Empty, ByteString.FromString(""));
        Assert.Same(Hello, Hello + ByteString.Empty);
        Assert.Same(Hello, ByteString.Empty + Hello);
    }

    [Fact]
    public void Text_is_encoded_and_decoded_as_asked()
    {
        var latin = ByteString.FromString("é", Encoding.Latin1);

        Assert.Equal(1, latin.Count);
        Assert.Equal("é", latin.ToString(Encoding.Latin1));
        Assert.Equal(2, ByteString.FromString("é").Count);
    }

    [Fact]
    public void A_character_cut_by_a_segment_is_decoded()
    {
        var bytes = Encoding.UTF8.GetBytes("é");

        var joined = ByteString.FromBytes(bytes, 0, 1) + ByteString.FromBytes(bytes, 1, 1);

        Assert.Equal("é", joined.ToString());
    }

    [Fact]
    public async Task Bytes_are_copied_to_arrays_and_streams()
    {
        var array = new byte[8];
        using var stream = new MemoryStream();

        Assert.Equal(5, Hello.CopyTo(array, 2, 5));
        Hello.WriteTo(stream);
        await Hello.WriteToAsync(stream);

        Assert.Equal("\0\0hello\0"u8.ToArray(), array);
        Assert.Equal("hello worldhello world"u8.ToArray(), stream.ToArray());
    }

    [Fact]
    public void Byte_strings_convert_to_and_from_arrays()
    {
        var bytes = (byte[])Hello;

        Assert.Equal(Hello, (ByteString)bytes);
    }
}
