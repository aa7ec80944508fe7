using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.History;

/// <summary>What must hold of all that clients did and were told, whatever that was.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Agreement: everyone was told the same verdict and the same places of a round, byte for byte.</item>
/// <item>Exactly once: a message that was received has one place, unless it lost a claim or was late for a window. Places have
/// no holes, and belong to messages that were said.</item>
/// <item>Real time: a message that was received before another one was sent stands before it.</item>
/// <item>Numbers: a verdict that was told before the last message of another round was sent has the smaller number.</item>
/// </list>
/// </remarks>
internal static class HistoryChecker
{
    /// <summary>A sentence for each thing that should not have happened.</summary>
    public static IReadOnlyList<string> Violations(IReadOnlyCollection<RoundHistory> rounds) =>
    [
        .. from round in rounds
           from violation in Disagreements(round).Concat(Misplaced(round)).Concat(Lost(round)).Concat(Reversed(round))
           select $"round {round.Name}: {violation}",
        .. Numbers(rounds),
    ];

    private static IEnumerable<string> Disagreements(RoundHistory round)
    {
        var verdicts = round.Told<SessionReply.Verdict>().Select(told => told.Reply.ToString()).Distinct().ToArray();
        if (verdicts.Length != 1)
            yield return verdicts.Length == 0 ? "nobody was told a verdict" : $"told were '{string.Join("' and '", verdicts)}'";
        var places = round.Told<SessionReply.Placed>().Select(told => told.Reply).Distinct().ToArray();
        foreach (var same in places.GroupBy(place => place.Place).Where(same => same.Count() > 1))
            yield return $"told were '{string.Join("' and '", same)}'";

        // Who was not cut off was told all places with each verdict.
        var lost = round.Events.OfType<HistoryEvent.Lost>().Select(lost => lost.Id).ToHashSet();
        foreach (var told in round.Events.OfType<HistoryEvent.Told>().Where(told => !lost.Contains(told.Id)).GroupBy(told => told.Id))
        {
            var toldVerdicts = told.Count(each => each.Reply is SessionReply.Verdict);
            var toldPlaces = told.Count(each => each.Reply is SessionReply.Placed);
            if (toldPlaces != toldVerdicts * places.Length)
                yield return $"{told.Key} was told {toldVerdicts} verdicts, and {toldPlaces} places of {places.Length}";
        }
    }

    private static IEnumerable<string> Misplaced(RoundHistory round)
    {
        var order = round.Order();
        var places = round.Told<SessionReply.Placed>().Select(told => told.Reply).Distinct().OrderBy(place => place.Place).ToArray();
        var expected = order.Select((message, index) => (index + 1, order.Count, message.Id));
        if (!expected.SequenceEqual(places.Select(place => (place.Place, place.Arrived, place.Id.Value))))
            yield return $"the places '{string.Join("', '", places)}' are not those of '{string.Join(" received before ", order)}'";
        foreach (var twice in order.GroupBy(message => message.Id).Where(same => same.Count() > 1))
            yield return $"{twice.Key} has {twice.Count()} places";
        foreach (var unsaid in order.Where(message => !round.Said.Any(said => said.Id == message.Id && said.Text == message.Text)))
            yield return $"nobody said '{unsaid}'";
        var (least, most) = round.Kind switch
        {
            RoundKind.Full => (round.Contenders, round.Contenders),
            RoundKind.Window => (1, round.Contenders),
            _ => (1, 1),
        };
        if (order.Count > 0 && (order.Count < least || order.Count > most))
            yield return $"{order.Count} messages have places, not {least} to {most}";
    }

    private static IEnumerable<string> Lost(RoundHistory round)
    {
        var order = round.Order();
        var excused = round.Events.Where(IsExcuse).Select(each => each.Id).ToHashSet();
        foreach (var message in round.Received().Keys.Except(order))
        {
            if (round.Kind == RoundKind.Full || (round.Kind == RoundKind.Window && !excused.Contains(message.Id)))
                yield return $"'{message}' was received and has no place";
        }

        foreach (var twice in round.Received().Keys.GroupBy(message => message.Id).Where(same => same.Count() > 1))
            yield return $"{twice.Key} was received with '{string.Join("' and '", twice.Select(message => message.Text))}'";
    }

    /// <summary>Who is late for a window is told so, if there is a connection to tell it on.</summary>
    private static bool IsExcuse(HistoryEvent each) =>
        each is HistoryEvent.Lost or HistoryEvent.Told { Reply: SessionReply.Refused { Error.Code: ErrorCodes.TooLate } };

    private static IEnumerable<string> Reversed(RoundHistory round)
    {
        var order = round.Order().ToList();
        foreach (var (message, receivedAt) in round.Received())
        {
            var place = order.IndexOf(message);
            foreach (var before in place < 0 ? order : order[..place])
            {
                if (round.Said.Any(said => said.Id == before.Id && said.Text == before.Text && said.At > receivedAt))
                    yield return $"'{message}' was received before '{before}' was said, and does not stand before it";
            }
        }
    }

    private static IEnumerable<string> Numbers(IEnumerable<RoundHistory> rounds)
    {
        var told = rounds.SelectMany(round => round.Told<SessionReply.Verdict>().Select(each => (
                each.Reply.Number,
                round.Name,
                each.At,
                LastSaid: round.Said.Where(said => round.Order().Contains(new(said.Id, said.Text))).Max(said => (long?)said.At))))
            .GroupBy(each => (each.Number, each.Name))
            .Select(same => same.MinBy(each => each.At))
            .OrderByDescending(each => each.Number)
            .ToArray();
        foreach (var same in told.GroupBy(each => each.Number).Where(same => same.Count() > 1))
            yield return $"rounds {string.Join(" and ", same.Select(each => each.Name))} have the number {same.Key}";
        var earliest = (Name: "", At: long.MaxValue);
        foreach (var each in told)
        {
            if (each.LastSaid > earliest.At)
                yield return $"round {earliest.Name} was told before round {each.Name} was complete, and has the greater number";
            if (each.At < earliest.At)
                earliest = (each.Name, each.At);
        }
    }
}
