using ActorArbiter.Ordering;
using ActorArbiter.Tests.Ordering;
using ActorArbiter.Transcript;

namespace ActorArbiter.Tests.Transcript;

public sealed class TranscriptTextSpecs
{
    [Theory]
    [InlineData(0, "Accepted first connection, calling it client X\n")]
    [InlineData(1, "Accepted second connection, calling it client Y\n")]
    [InlineData(11, "Accepted twelfth connection, calling it client I\n")]
    [InlineData(12, "Accepted 13th connection, calling it client J\n")]
    [InlineData(20, "Accepted 21st connection, calling it client R\n")]
    [InlineData(21, "Accepted 22nd connection, calling it client S\n")]
    [InlineData(22, "Accepted 23rd connection, calling it client T\n")]
    [InlineData(26, "Accepted 27th connection, calling it client C27\n")]
    [InlineData(110, "Accepted 111th connection, calling it client C111\n")]
    [InlineData(120, "Accepted 121st connection, calling it client C121\n")]
    public void A_seat_is_named_by_its_number_and_letter(int number, string line) =>
        Assert.Equal(line, Written(new TranscriptProtocol.Accepted(new Seat(number, new ConnectionId(1, 1)))));

    [Theory]
    [InlineData("X", "Sent acknowledgment to X\n")]
    [InlineData("Y,X", "Sent acknowledgment to both X and Y\n")]
    [InlineData("B,Z,X", "Sent acknowledgment to X, Z and B\n")]
    [InlineData("zoe,C28,C27,W,Y,adam,X", "Sent acknowledgment to X, Y, W, C27, C28, adam and zoe\n")]
    public void The_last_line_names_the_ids_in_their_own_order(string ids, string line)
    {
        var verdict = new Verdict(
            [.. ids.Split(',').Select((id, index) => Arrivals.Of(id, stamp: index, sequence: index))],
            isByStamp: true,
            hasTimes: true);

        var lines = Written(new TranscriptProtocol.Told(verdict));

        Assert.Equal(string.Concat(ids.Split(',').Select(id => $"Message Received: Client {id}: hello\n")) + line, lines);
    }

    private static string Written(object happened)
    {
        var output = new StringWriter();
        TranscriptText.Write(happened, output);
        return output.ToString();
    }
}
