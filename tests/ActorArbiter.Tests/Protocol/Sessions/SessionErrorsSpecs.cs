using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class SessionErrorsSpecs
{
    private static readonly RoundName Final = RoundName.Parse("final");
    private static readonly ContenderId X = ContenderId.Parse("X");
    private static readonly ContenderId Y = ContenderId.Parse("Y");

    public static TheoryData<string, ErrorReply> Errors { get; } = new()
    {
        { "unknown-command 'HI'", SessionErrors.UnknownCommand("HI") },
        { "bad-argument of is given twice", SessionErrors.BadArgument("of is given twice") },
        { "bad-argument this connection joined as X, not as Y", SessionErrors.NotYourId(given: Y, own: X) },
        { "not-joined join a round first: JOIN <round> <id>", SessionErrors.NotJoined },
        { "already-joined this connection is in round final", SessionErrors.AlreadyJoined(Final) },
        { "already-sent your message in round final has arrived", SessionErrors.AlreadySent(Final) },
        { "too-early round final starts with READY", SessionErrors.TooEarly(Final) },
        { "too-late round final was decided", SessionErrors.TooLate(Final) },
        { "id-taken another connection is X in round final", SessionErrors.IdTaken(Final, X) },
        { "round-full all seats of round final are taken", SessionErrors.RoundFull(Final) },
        {
            "round-differs round final has of=3: JOIN with the same, or without it",
            SessionErrors.RoundDiffers(Final, JoinOptionNames.Of, "3")
        },
        {
            "round-differs round final has no window: JOIN without it",
            SessionErrors.RoundDiffers(Final, JoinOptionNames.Window, null)
        },
        { "undecided round final is not decided yet", SessionErrors.Undecided(Final) },
        { "unknown-round no round final is known", SessionErrors.UnknownRound(Final) },
        { "replaced another connection took over X in round final", SessionErrors.Replaced(Final, X) },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_says_what_was_wrong(string beginning, ErrorReply error)
    {
        Assert.StartsWith($"ERROR {beginning}", error.ToString(), StringComparison.Ordinal);
        Assert.True(ErrorReply.TryParse(error.ToString(), out var parsed));
        Assert.Equal(error, parsed);
    }
}
