using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>What clients of sessions do in every test.</summary>
internal static class SessionSteps
{
    /// <summary>Sends a line, which has no line feed, and reads its answer.</summary>
    public static async Task AskAsync(this RawClient session, string line, params string[] answer)
    {
        await session.SendAsync($"{line}\n");
        await session.ExpectLinesAsync(answer);
    }

    /// <summary>A new session that begins with a line and has read its answer.</summary>
    public static async Task<RawClient> AskAsync(this ArbiterFixture server, string line, params string[] answer)
    {
        var session = await server.SendAsync($"{line}\n");
        await session.ExpectLinesAsync(answer);
        return session;
    }

    /// <summary>A new session that watches <paramref name="rounds"/>.</summary>
    public static async Task<RawClient> WatchAsync(this ArbiterFixture server, params string[] rounds)
    {
        var session = await server.SendAsync(string.Concat(rounds.Select(round => $"WATCH {round}\n")));
        await session.AskAsync("PING", "PONG");
        return session;
    }

    /// <summary>Reads the PLACE lines of a round and its VERDICT.</summary>
    /// <param name="session">Who is told.</param>
    /// <param name="round">The round.</param>
    /// <param name="sentence">Its verdict; there is a place for each id in it.</param>
    /// <returns>The number of the verdict.</returns>
    public static async Task<long> ExpectVerdictAsync(this RawClient session, string round, string sentence)
    {
        var ids = sentence.Split(" received before ").Select(message => message.Split(':')[0]).ToArray();
        for (var i = 0; i < ids.Length; i++)
        {
            var place = await session.ReadReplyAsync<SessionReply.Placed>();
            Assert.Equal(
                (round, i + 1, ids.Length, ids[i]), (place.Round.Value, place.Place, place.Arrived, place.Id.Value));
        }

        return await session.ExpectVerdictAloneAsync(round, sentence);
    }

    /// <summary>Reads the VERDICT of a round; its number.</summary>
    public static async Task<long> ExpectVerdictAloneAsync(this RawClient session, string round, string sentence)
    {
        var verdict = await session.ReadReplyAsync<SessionReply.Verdict>();
        Assert.Equal((round, sentence), (verdict.Round.Value, verdict.Sentence));
        return verdict.Number;
    }

    /// <summary>Reads a line, which must be a <typeparamref name="T"/>.</summary>
    public static async Task<T> ReadReplyAsync<T>(this RawClient session)
        where T : SessionReply
    {
        var line = await session.ReadLineAsync();
        Assert.True(SessionReply.TryParse(line.TrimEnd('\n'), out var reply), $"'{line}' is no line of a session");
        return Assert.IsType<T>(reply);
    }
}
