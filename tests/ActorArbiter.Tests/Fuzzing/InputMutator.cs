namespace ActorArbiter.Tests.Fuzzing;

/// <summary>
/// What clients send, changed at random: bits turned, bytes removed, pieces put in, parts repeated, up to more than a line
/// may have.
/// </summary>
internal sealed class InputMutator
{
    private const int MaxLength = 4096;

    private static readonly byte[][] Samples =
    [
        .. new[]
        {
            "Client X: Alice\n", "Client Y:Bob\r\n", "Client Z : Carol", "X: Alice\n", "Hello!\n", "\uFEFFClient X: Zoë 👋\n",
            "Client X: Alice\0\0\0\0\0\0\0\0\n", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "JOIN final X\n", "JOIN final-7 Y of=3 window=5ms deadline=1s start=ready key=secret brief=yes\r\n",
            "JOIN final X of=1\nClient X: Alice\n", "SEND Alice\n", "LEAVE\n", "WATCH final\n", "RESULT final\n",
            "PING\n", "PING hello\n", "HELP\n", "QUIT\n", "\n", "\r\n",
        }.Select(sample => System.Text.Encoding.UTF8.GetBytes(sample)),
    ];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\n", "\r", "\r\n", "\0", " ", "   ", "\t", ":", "=", "é", "👋", "\uFEFF", "\u0085", "\u2028", "\u202E", "Client ",
            "JOIN ", "of=", "of=106", "of=99999999999999999999", "window=1h", "key=", "brief=yes", " HTTP/1.1", "-", ".",
        }.Select(piece => System.Text.Encoding.UTF8.GetBytes(piece)),
        [0x7F], [0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
    ];

    private static readonly byte[] Filling = [.. Enumerable.Repeat((byte)'x', 2048)];

    private readonly Random _random;
    private readonly byte[] _input = new byte[MaxLength];
    private int _length;

    public InputMutator(Random random) => _random = random;

    /// <summary>The next input, valid until the next call: at most 4096 bytes.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        _length = 0;
        if (_random.Next(16) == 0)
        {
            _length = _random.Next(_random.Next(8) == 0 ? MaxLength : 80);
            _random.NextBytes(_input.AsSpan(0, _length));
            return _input.AsMemory(0, _length);
        }

        for (var lines = _random.Next(4) == 0 ? 3 : 1; lines > 0; lines--)
            Insert(_length, Samples[_random.Next(Samples.Length)]);
        for (var changes = _random.Next(5); changes > 0; changes--)
            Change();
        return _input.AsMemory(0, _length);
    }

    private void Change()
    {
        var at = _random.Next(_length + 1);
        var behind = _input.AsSpan(at, _length - at);
        switch (_random.Next(32))
        {
            case < 12:
                Insert(at, Pieces[_random.Next(Pieces.Length)]);
                break;
            case < 20 when behind.Length > 0:
                behind[0] ^= (byte)(1 << _random.Next(8));
                break;
            case < 26 when behind.Length > 0:
                var removed = _random.Next(1, Math.Min(behind.Length, 8) + 1);
                behind[removed..].CopyTo(behind);
                _length -= removed;
                break;
            case < 31:
                Insert(at, behind[.._random.Next(Math.Min(behind.Length, 80) + 1)].ToArray());
                break;
            default:
                Insert(at, Filling.AsSpan(0, _random.Next(Filling.Length)));
                break;
        }
    }

    /// <summary>Puts in what there is room for.</summary>
    private void Insert(int at, ReadOnlySpan<byte> piece)
    {
        piece = piece[..Math.Min(piece.Length, MaxLength - _length)];
        _input.AsSpan(at, _length - at).CopyTo(_input.AsSpan(at + piece.Length));
        piece.CopyTo(_input.AsSpan(at));
        _length += piece.Length;
    }
}
