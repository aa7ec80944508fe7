using ActorArbiter.Ordering;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>Something that happens to sessions, told of the one that a slot has at that time.</summary>
internal abstract record SessionStep
{
    private const int Slots = 6;

    /// <summary>The rounds that are joined mostly, and what their JOINs say mostly.</summary>
    private static readonly (string Name, string Terms)[] Rounds =
    [
        ("pair", ""),
        ("claim", "of=1"),
        ("window", "of=3 window=20ms"),
        ("deadline", "of=3 deadline=50ms"),
        ("ready", "start=ready deadline=100ms"),
        ("other", "of=2"),
    ];

    /// <summary>Any step, with stamps of these kinds.</summary>
    public static Gen<SessionStep> Any(params StampSource[] stamps) => Gen.Frequency(
        (24, from slot in Gen.Choose(1, Slots)
             from lines in Gen.Frequency((5, LinesOf(1)), (2, LinesOf(2)), (1, LinesOf(3)))
             from source in Gen.Elements(stamps)
             from delay in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 30)))
             select (SessionStep)new Say(slot, lines, source, delay)),
        (1, Gen.Choose(1, Slots).Select(slot => (SessionStep)new HalfClose(slot))),
        (2, Gen.Choose(1, Slots).Select(slot => (SessionStep)new Lose(slot))),
        (6, Gen.Elements(1, 2, 5, 10, 30, 100).Select(milliseconds => (SessionStep)new Pass(milliseconds))),
        (4, Gen.Choose(0, 3).Select(which => (SessionStep)new Record(which))),
        (4, Gen.Choose(0, 3).Select(which => (SessionStep)new LookUp(which))));

    private static Gen<string[]> LinesOf(int count) => Line.ArrayOf(count);

    private static Gen<string> Line { get; } = Gen.Frequency(
        (8, from round in Gen.Elements(Rounds)
            from id in Gen.Elements("X", "Y", "Z")
            from terms in Gen.Frequency(
                (4, Gen.Constant(round.Terms)),
                (3, Gen.Constant("")),
                (1, Gen.Elements("of=4", "of=1 start=ready", "of=3", "of=3 start=ready", "window=5ms", "deadline=10ms")))
            from more in Gen.Frequency(
                (4, Gen.Constant("")), (1, Gen.Constant(" key=k")), (1, Gen.Constant(" brief=yes")))
            select $"JOIN {round.Name} {id} {terms}{more}"),
        (8, Gen.Constant($"SEND {SessionPlay.Text}")),
        (1, Gen.Elements("X", "Y").Select(id => $"Client {id}: {SessionPlay.Text}")),
        (2, Gen.Elements(Rounds).Select(round => $"WATCH {round.Name}")),
        (2, Gen.Elements(Rounds).Select(round => $"RESULT {round.Name}")),
        (2, Gen.Constant("LEAVE")),
        (1, Gen.Elements("PING", "PING", "QUIT", "nonsense")));

    /// <summary>Lines are read together; their stamp is so many milliseconds old.</summary>
    public sealed record Say(int Slot, string[] Lines, StampSource Source, int Delay) : SessionStep
    {
        public override string ToString() => $"{Slot}: {string.Join(" | ", Lines)} ({Source}, {Delay} ms ago)";
    }

    public sealed record HalfClose(int Slot) : SessionStep;

    public sealed record Lose(int Slot) : SessionStep;

    public sealed record Pass(int Milliseconds) : SessionStep;

    /// <summary>The journal answers one of the questions for a round, if there are any.</summary>
    public sealed record LookUp(int Which) : SessionStep;

    /// <summary>One of the verdicts that wait for it is recorded, if there are any.</summary>
    public sealed record Record(int Which) : SessionStep;
}
