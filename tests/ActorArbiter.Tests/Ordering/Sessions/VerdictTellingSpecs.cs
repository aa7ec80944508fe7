using System.Globalization;

namespace ActorArbiter.Tests.Ordering.Sessions;

public class VerdictTellingSpecs
{
    private readonly SessionScript _script = new();

    [Fact]
    public void The_order_is_that_of_the_stamps_whatever_is_read_first()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Forget();
        _script.Pass(10);
        _script.SayStamped(5, 1, "SEND a");
        _script.SayStamped(4.5, 2, "SEND b");
        string[] lines =
        [
            "PLACE r 1/2 Y +0ns read", "PLACE r 2/2 X +500us read", "VERDICT r 1 Y: b received before X: a",
        ];
        _script.Hears(1, ["RECEIVED r X: a", .. lines]);
        _script.Hears(2, ["RECEIVED r Y: b", .. lines]);
    }

    [Fact]
    public void Where_stamps_cannot_be_compared_the_order_is_that_of_the_mailbox_and_gaps_are_unknown()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Say(2, "SEND b");
        _script.Forget();
        _script.SayUnstamped(1, "SEND a");
        _script.Hears(2, "PLACE r 1/2 Y +? mailbox", "PLACE r 2/2 X +? mailbox", "VERDICT r 1 Y: b received before X: a");
    }

    [Fact]
    public void Who_joined_and_said_nothing_is_told_the_places_of_the_others_and_the_verdict()
    {
        _script.Say(1, "JOIN r X of=3 window=10ms");
        _script.Say(2, "JOIN r Y", "SEND b");
        _script.Forget();
        _script.Pass(15);
        _script.Hears(1, "PLACE r 1/1 Y +0ns read", "VERDICT r 1 Y: b");
    }

    [Fact]
    public void Everyone_is_told_all_places_up_to_32()
    {
        var verdict = DecideWith(arrivals: 32);
        string[] lines = [.. Enumerable.Range(1, 32).Select(place => Place(place, 32)), verdict];
        _script.Hears(7, lines);
        _script.Hears(100, lines);
        _script.Hears(200, lines);
        _script.Hears(300, verdict);
    }

    [Fact]
    public void Beyond_32_a_contender_is_told_its_own_place_and_nobody_else_is_told_any()
    {
        var verdict = DecideWith(arrivals: 33);
        _script.Hears(1, Place(1, 33), verdict);
        _script.Hears(7, Place(7, 33), verdict);
        _script.Hears(100, verdict);
        _script.Hears(200, verdict);
        _script.Hears(300, verdict);

        _script.Say(7, "RESULT r");
        _script.Hears(7, Place(7, 33), verdict);
        _script.Say(200, "RESULT r");
        _script.Hears(200, verdict);
        _script.Say(400, "JOIN r C9");
        _script.Hears(400, Place(9, 33), verdict);
    }

    [Fact]
    public void Numbers_are_given_by_whoever_records()
    {
        Decide("r");
        Decide("s");
        _script.Say(3, "RESULT r", "RESULT s");
        _script.Hears(3, "PLACE r 1/1 X +0ns read", "VERDICT r 1 X: a", "PLACE s 1/1 X +0ns read", "VERDICT s 2 X: a");
    }

    [Fact]
    public void A_decided_round_is_told_again_to_whoever_joins_or_asks_whatever_the_options()
    {
        Decide("r");
        string[] lines = ["PLACE r 1/1 X +0ns read", "VERDICT r 1 X: a"];
        _script.Say(2, "JOIN r Y of=7 window=1s");
        _script.Hears(2, lines);
        _script.Say(2, "RESULT r", "WATCH r");
        _script.Hears(2, [.. lines, .. lines]);
        _script.Say(2, "JOIN r Y brief=yes");
        _script.Hears(2, "VERDICT r 1 X: a");
        _script.Say(2, "SEND b");
        _script.HearsError(2, "too-late");
        _script.Say(2, "SEND b");
        _script.HearsError(2, "not-joined");
        _script.Say(2, "JOIN s X");
        _script.Hears(2, "JOINED s X 1/2");
    }

    [Fact]
    public void Texts_of_any_script_are_told_and_told_again_as_they_came()
    {
        _script.Say(1, "JOIN r X");
        _script.Say(2, "JOIN r Y");
        _script.Forget();
        _script.Say(1, "SEND Ünï 🙂");
        _script.Pass(1);
        _script.Say(2, "SEND 日本 \u0301e");
        string[] lines =
        [
            "PLACE r 1/2 X +0ns read",
            "PLACE r 2/2 Y +1.00ms read",
            "VERDICT r 1 X: Ünï 🙂 received before Y: 日本 \u0301e",
        ];
        _script.Pass(5);
        _script.Hears(1, ["RECEIVED r X: Ünï 🙂", .. lines]);

        _script.Say(3, "RESULT r");
        _script.Hears(3, lines);
    }

    [Fact]
    public void The_result_of_a_round_that_is_open_or_that_nobody_opened_is_not_known()
    {
        _script.Say(1, "JOIN r X", "RESULT r");
        _script.HearsError(1, "undecided", "JOINED r X 1/2");
        _script.Say(1, "RESULT s");
        _script.HearsError(1, "unknown-round");
        _script.Say(1, "LEAVE", "RESULT r");
        _script.HearsError(1, "unknown-round", "LEFT r");
    }

    [Fact]
    public void Of_more_decided_rounds_than_are_remembered_the_oldest_is_forgotten_and_its_name_is_free()
    {
        var script = new SessionScript(options => options with { DecidedRounds = 2 });
        foreach (var name in (string[])["a", "b", "c"])
        {
            script.Say(1, $"JOIN {name} X of=1", "SEND hello");
            script.Pass(5);
        }

        script.Forget();
        script.Say(1, "RESULT b", "RESULT c", "RESULT a");
        script.HearsError(1, "unknown-round",
            "PLACE b 1/1 X +0ns read", "VERDICT b 2 X: hello", "PLACE c 1/1 X +0ns read", "VERDICT c 3 X: hello");
        script.Say(1, "JOIN a X of=1");
        script.Hears(1, "JOINED a X 1/1");
    }

    private static string Place(int place, int arrived) => string.Create(
        CultureInfo.InvariantCulture, $"PLACE r {place}/{arrived} C{place} {(place == 1 ? "+0ns" : "+1.00ms")} read");

    private void Decide(string name)
    {
        _script.Say(1, $"JOIN {name} X of=1", "SEND a");
        _script.Pass(5);
        _script.Forget();
    }

    /// <summary>Decides a round; 100 was silent, 200 watched, 300 is brief and was silent.</summary>
    private string DecideWith(int arrivals)
    {
        _script.Say(200, "WATCH r");
        _script.Say(100, "JOIN r silent of=50 window=1s");
        _script.Say(300, "JOIN r brief brief=yes");
        for (var number = 1; number <= arrivals; number++)
            _script.Say(number, $"JOIN r C{number}");
        for (var number = 1; number <= arrivals; number++)
        {
            _script.Pass(1);
            _script.Say(number, "SEND hi");
        }

        _script.Forget();
        _script.Pass(2000);
        var messages = Enumerable.Range(1, arrivals).Select(number => $"C{number}: hi");
        return $"VERDICT r 1 {string.Join(" received before ", messages)}";
    }
}
