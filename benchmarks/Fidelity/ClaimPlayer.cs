using System.Globalization;
using System.Net;
using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace Benchmarks.Fidelity;

/// <summary>
/// Plays claims with two sessions: both have joined when the first sends, and the verdict has to name it. Counts what the
/// places rest on.
/// </summary>
internal sealed class ClaimPlayer : IRoundPlayer
{
    private readonly SpacedSends _sends;
    private readonly Random _random;
    private readonly ClientConnection _x;
    private readonly ClientConnection _y;

    public ClaimPlayer(IPEndPoint server, SpacedSends sends, Random random)
    {
        _sends = sends;
        _random = random;
        _x = new ClientConnection(server);
        try
        {
            _y = new ClientConnection(server);
        }
        catch
        {
            _x.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public PlayedRound Play(int number)
    {
        var isXFirst = _random.Next(2) == 0;
        var (first, second) = isXFirst ? ('X', 'Y') : ('Y', 'X');
        Join(_x, 'X', number);
        Join(_y, 'Y', number);

        var gap = _sends.Send(
            isXFirst ? _x : _y, Line(first, number), isXFirst ? _y : _x, Line(second, number), number);

        var toldX = ReadVerdict(_x, 'X', number);
        var toldY = ReadVerdict(_y, 'Y', number);
        if (toldX.Verdict != toldY.Verdict)
            throw new BenchmarkException($"claim {number}: X was told '{toldX.Verdict}', but Y '{toldY.Verdict}'");
        var isRight = toldX.Verdict.Sentence == Sentence(first, number);
        if (!isRight && toldX.Verdict.Sentence != Sentence(second, number))
            throw new BenchmarkException($"claim {number}: the contenders were told '{toldX.Verdict}', which is not its verdict");
        return new PlayedRound(first, isRight, gap)
        {
            Basis = toldX.Basis,
            IsOvertaken = !isRight && (isXFirst ? toldX : toldY).IsTooLate,
        };
    }

    public void Dispose()
    {
        _x.Dispose();
        _y.Dispose();
    }

    private static void Join(ClientConnection client, char id, int number)
    {
        client.Send(Ascii($"JOIN claim-{number} {id} of=1\n"));
        while (Read(client) is not SessionReply.Joined)
        {
            // The other one has joined, or not yet.
        }
    }

    /// <summary>Reads all that is told of a claim; what is told behind the verdict ends with the answer to a question.</summary>
    private static (SessionReply.Verdict Verdict, Basis Basis, bool IsTooLate) ReadVerdict(
        ClientConnection client, char id, int number)
    {
        SessionReply.Placed? place = null;
        SessionReply.Verdict? verdict = null;
        var isTooLate = false;
        while (true)
        {
            switch (Read(client))
            {
                case SessionReply.Placed placed:
                    place = placed;
                    break;
                case SessionReply.Verdict told:
                    verdict = told;
                    client.Send("PING\n"u8);
                    break;
                case SessionReply.Refused { Error.Code: ErrorCodes.TooLate }:
                    isTooLate = true;
                    break;
                case SessionReply.Pong when verdict is not null && place is not null:
                    return (verdict, place.Basis, isTooLate);
                case SessionReply.Seated or SessionReply.Received:
                    break;
                case var other:
                    throw new BenchmarkException($"claim {number}: {id} was told '{other}'");
            }
        }
    }

    private static SessionReply Read(ClientConnection client)
    {
        var line = client.ReceiveLine();
        return SessionReply.TryParse(line, out var reply)
            ? reply
            : throw new BenchmarkException($"the server sent '{line}', which is no line of a session");
    }

    private static byte[] Line(char id, int number) => Ascii($"Client {id}: {number}\n");

    private static string Sentence(char id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}: {number}");

    private static byte[] Ascii(FormattableString text) => Encoding.ASCII.GetBytes(FormattableString.Invariant(text));
}
