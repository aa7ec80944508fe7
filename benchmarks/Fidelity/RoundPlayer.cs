using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Benchmarks.Arbiter;

namespace Benchmarks.Fidelity;

/// <summary>
/// Plays classic rounds one after the other, from one thread: the order of its two sends is the order that the verdict
/// has to tell.
/// </summary>
internal sealed class RoundPlayer(IPEndPoint server, int gapMicroseconds, Random random, ServerPauses? pauses)
{
    private const int PauseInEvery = 10;

    private readonly long _gap = gapMicroseconds * Stopwatch.Frequency / 1_000_000;

    /// <summary>Connects two contenders, waits, lets both send, and compares what they are told with the order of sending.</summary>
    /// <param name="number">The text of both messages, so that a verdict is known for that of this round.</param>
    /// <exception cref="BenchmarkException">The contenders were told different things, or no verdict of this round.</exception>
    /// <exception cref="SocketException">The server cannot be reached, or does not answer.</exception>
    public PlayedRound Play(int number)
    {
        using var x = new ClientConnection(server);
        using var y = new ClientConnection(server);
        var isXFirst = random.Next(2) == 0;
        var (first, second) = isXFirst ? ('X', 'Y') : ('Y', 'X');
        var (firstLine, secondLine) = (Line(first, number), Line(second, number));
        Posix.Sleep(random.Next(300, 601));

        var gap = Send(
            isXFirst ? x : y, firstLine, isXFirst ? y : x, secondLine, pauses: number % PauseInEvery == 0 ? pauses : null);

        var toldX = Encoding.UTF8.GetString(x.ReceiveAll());
        var toldY = Encoding.UTF8.GetString(y.ReceiveAll());
        if (toldX != toldY)
            throw new BenchmarkException($"round {number}: X was told '{toldX}', but Y '{toldY}'");
        if (toldX != Verdict(first, second, number) && toldX != Verdict(second, first, number))
            throw new BenchmarkException($"round {number}: the contenders were told '{toldX}', which is not its verdict");
        return new PlayedRound(first, toldX == Verdict(first, second, number), gap);
    }

    /// <summary>The result is the gap as it was, in microseconds.</summary>
    private double Send(
        ClientConnection first, byte[] firstLine, ClientConnection second, byte[] secondLine, ServerPauses? pauses)
    {
        first.Send(firstLine);
        var sent = Stopwatch.GetTimestamp();
        pauses?.StopNow();
        var now = sent;
        while (now - sent < _gap)
            now = Stopwatch.GetTimestamp();
        var gap = Stopwatch.GetElapsedTime(sent);
        second.Send(secondLine);
        return gap.TotalMicroseconds;
    }

    private static byte[] Line(char id, int number) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Client {id}: {number}\n"));

    private static string Verdict(char first, char second, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{first}: {number} received before {second}: {number}\n");
}
