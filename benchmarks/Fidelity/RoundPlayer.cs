using System.Globalization;
using System.Net;
using System.Text;

namespace Benchmarks.Fidelity;

/// <summary>Plays classic rounds, with two new connections each.</summary>
internal sealed class RoundPlayer(IPEndPoint server, SpacedSends sends, Random random) : IRoundPlayer
{
    /// <inheritdoc/>
    public PlayedRound Play(int number)
    {
        using var x = new ClientConnection(server);
        using var y = new ClientConnection(server);
        var isXFirst = random.Next(2) == 0;
        var (first, second) = isXFirst ? ('X', 'Y') : ('Y', 'X');

        var gap = sends.Send(isXFirst ? x : y, Line(first, number), isXFirst ? y : x, Line(second, number), number);

        var toldX = Encoding.UTF8.GetString(x.ReceiveAll());
        var toldY = Encoding.UTF8.GetString(y.ReceiveAll());
        if (toldX != toldY)
            throw new BenchmarkException($"round {number}: X was told '{toldX}', but Y '{toldY}'");
        if (toldX != Verdict(first, second, number) && toldX != Verdict(second, first, number))
            throw new BenchmarkException($"round {number}: the contenders were told '{toldX}', which is not its verdict");
        return new PlayedRound(first, toldX == Verdict(first, second, number), gap);
    }

    public void Dispose()
    {
    }

    private static byte[] Line(char id, int number) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Client {id}: {number}\n"));

    private static string Verdict(char first, char second, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{first}: {number} received before {second}: {number}\n");
}
