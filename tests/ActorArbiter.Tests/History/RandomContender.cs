using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.History;

/// <summary>
/// A client that plays its rounds one after the other. How it behaves, and how its bytes are cut into segments, is drawn.
/// Cut off, it comes back until it is told the verdict, each time with another message.
/// </summary>
internal sealed class RandomContender(int number, IPEndPoint server, HistoryRecorder recorder, Random random) : IDisposable
{
    private const int MostMischief = 3;
    private const string LastLine = "PING\n";

    private readonly string _id = $"client-{number}";
    private LineClient? _client;

    public async Task PlayAsync(IEnumerable<PlannedRound> rounds)
    {
        foreach (var round in rounds)
        {
            for (var attempt = 0; !await TryAsync(round, attempt); attempt++)
            {
            }
        }
    }

    public void Dispose() => _client?.Dispose();

    /// <summary>Whether the round was told.</summary>
    private async Task<bool> TryAsync(PlannedRound round, int attempt)
    {
        var manner = attempt < MostMischief && random.Next(2) == 0 ? Draw() : Manner.Plain;
        try
        {
            _client ??= await LineClient.ConnectAsync(server);
            return await TryAsync(round, manner, $"{round.Name} {attempt}");
        }
        catch (SocketException) when (attempt > 0)
        {
            // Replaced by a connection before, whose JOIN was read after this one's.
            Lose(round);
            return false;
        }
    }

    private Manner Draw() => random.GetItems(Enum.GetValues<Manner>(), 1)[0];

    private async Task<bool> TryAsync(PlannedRound round, Manner manner, string text)
    {
        var join = $"JOIN {round.Name} {_id} {round.Terms} key=key-{number}\n";
        var message = random.Next(2) == 0 ? $"Client {_id}: {text}\n" : $"SEND {text}\r\n";
        switch (manner)
        {
            case Manner.Twice:
                await SayAsync(round, text, join, message, $"SEND {text} again\n");
                return await IsToldAsync(round);
            case Manner.Confused:
                await SayAsync(round, text, join + join + $"Client nobody: {text}\n\nFOO\n", message, "");
                return await IsToldAsync(round);
            case Manner.HalfClosed:
                await SayAsync(round, text, join, message, "");
                _client!.HalfClose();
                return await IsToldAsync(round, isHalfClosed: true);
            case Manner.Leaving:
                await SendAsync(Encoding.UTF8.GetBytes(join + "LEAVE\n" + LastLine));
                return await IsToldAsync(round, isInRound: false);
            case Manner.ClosedBefore or Manner.ResetBefore:
                await SendAsync(Encoding.UTF8.GetBytes(join + message[..random.Next(message.Length)].TrimEnd('\r')));
                CutOff(round, isReset: manner == Manner.ResetBefore);
                return false;
            case Manner.ClosedAfter or Manner.ResetAfter:
                await SayAsync(round, text, join, message, "");
                CutOff(round, isReset: manner == Manner.ResetAfter);
                return false;
            default:
                await SayAsync(round, text, join, message, "");
                return await IsToldAsync(round);
        }
    }

    /// <summary>Sends a message and what stands around it, in segments that know nothing of lines.</summary>
    private async Task SayAsync(PlannedRound round, string text, string before, string message, string behind)
    {
        var bytes = Encoding.UTF8.GetBytes(before + message + behind);
        var end = Encoding.UTF8.GetByteCount(before + message);
        var start = random.Next(end);
        await SendAsync(bytes.AsMemory(0, start));
        recorder.Saying(round.Name, _id, text);
        await SendAsync(bytes.AsMemory(start));
    }

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var length = random.Next(4) == 0 ? random.Next(1, bytes.Length + 1) : bytes.Length;
            await _client!.SendAsync(bytes[..length]);
            bytes = bytes[length..];
            if (random.Next(10) == 0)
                await Task.Delay(random.Next(1, 4)); // The pause is the input.
        }
    }

    /// <summary>Reads all that is told of the round; whether the verdict is among it.</summary>
    /// <param name="round">The round.</param>
    /// <param name="isInRound">Whether a verdict is to come, behind which all is told that is answered to the last line.</param>
    /// <param name="isHalfClosed">Whether the server is to close behind the verdict.</param>
    private async Task<bool> IsToldAsync(PlannedRound round, bool isInRound = true, bool isHalfClosed = false)
    {
        var (isTold, isReplaced) = (false, false);
        while (await _client!.ReadLineAsync() is { } line)
        {
            Assert.True(SessionReply.TryParse(line, out var reply), $"'{line}' is no line of a session");
            recorder.Told(round.Name, _id, reply);
            isReplaced |= reply is SessionReply.Refused { Error.Code: ErrorCodes.Replaced };
            if (reply is SessionReply.Pong)
                return isTold;
            if (reply is SessionReply.Verdict && !isTold && isInRound && !isHalfClosed)
                await SendAsync(Encoding.UTF8.GetBytes(LastLine));
            isTold |= reply is SessionReply.Verdict;
        }

        Assert.True(isReplaced || (isHalfClosed && isTold), $"{_id} was cut off in {round.Name}");
        if (isTold)
            Disconnect();
        else
            Lose(round);
        return isTold;
    }

    private void CutOff(PlannedRound round, bool isReset)
    {
        if (isReset)
            _client!.Reset();
        Lose(round);
    }

    private void Lose(PlannedRound round)
    {
        recorder.Lost(round.Name, _id);
        Disconnect();
    }

    private void Disconnect()
    {
        Dispose();
        _client = null;
    }
}
