using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient;
using ActorClient.Terminal.Rounds;

namespace ActorArbiter.Tests.Client.Terminal.Rounds;

/// <summary>What happens to X in the round <c>final</c>, which Y wins.</summary>
internal static class RoundEvents
{
    public static readonly RoundName Final = RoundName.Parse("final");
    public static readonly ContenderId X = ContenderId.Parse("X");
    public static readonly ContenderId Y = ContenderId.Parse("Y");
    public static readonly RoundScene Scene = new(Final, "127.0.0.1:12000", new ClientMessage(X, "Alice"));

    public static readonly RoundVerdict Verdict = new(
        Final,
        17,
        "Y: Bob received before X: Alice",
        [
            new Placing(1, 2, Y, new Gap(0), Basis.Kernel),
            new Placing(2, 2, X, new Gap(1_840_000), Basis.KernelLate),
        ]);

    public static readonly RoundEvent Lost =
        new RoundEvent.ConnectionLost("the server closed the connection", TimeSpan.FromMilliseconds(80));

    /// <summary>All of a round that goes well.</summary>
    public static readonly RoundEvent[] WholeRound =
    [
        new RoundEvent.Connected(),
        new RoundEvent.Joined(X, 1, 2),
        new RoundEvent.Seated(Y, 2, 2),
        new RoundEvent.Ready([X, Y]),
        new RoundEvent.Sent("Alice"),
        new RoundEvent.Received("Alice"),
        new RoundEvent.Decided(Verdict),
    ];

    public static RoundEvent TooEarly { get; } =
        new RoundEvent.Refused(new ErrorReply(ErrorCodes.TooEarly, "not ready"));
}
