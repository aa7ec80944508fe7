using System.Text;
using ActorArbiter.Ordering.Sessions;
using Akka.IO;

namespace ActorArbiter.Ordering;

/// <summary>What sessions are to be told, gathered so that each is told once. Lines that go to many are rendered once.</summary>
internal sealed class SessionMail
{
    private readonly Dictionary<ConnectionId, Letter> _letters = [];

    public void Add(SessionEffect.Tell tell)
    {
        var lines = Render(tell);
        foreach (var connection in tell.To)
            Of(connection).Lines += lines;
    }

    /// <summary>What is there so far ends the answer to a session's lines.</summary>
    public void Answer(ConnectionId connection) => Of(connection).IsAnswer = true;

    /// <summary>The session ends behind what is there so far.</summary>
    public void End(ConnectionId connection) => Of(connection).IsLast = true;

    /// <param name="isOwed">Whether a connection waits for more.</param>
    public IEnumerable<(ConnectionId Connection, OrderingProtocol.Deliver Delivery)> Deliveries(
        Func<ConnectionId, bool> isOwed) =>
        _letters.Select(each => (each.Key, new OrderingProtocol.Deliver(
            each.Value.Lines, each.Value.IsAnswer, each.Value.IsLast, isOwed(each.Key))));

    private static ByteString Render(SessionEffect.Tell tell)
    {
        var text = new StringBuilder();
        foreach (var line in tell.Lines)
            text.Append(line).Append('\n');
        return ByteString.FromString(text.ToString());
    }

    private Letter Of(ConnectionId connection)
    {
        if (!_letters.TryGetValue(connection, out var letter))
            _letters.Add(connection, letter = new Letter());
        return letter;
    }

    private sealed class Letter
    {
        public ByteString Lines { get; set; } = ByteString.Empty;

        public bool IsAnswer { get; set; }

        public bool IsLast { get; set; }
    }
}
