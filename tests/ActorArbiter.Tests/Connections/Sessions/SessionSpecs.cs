using System.Text;
using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Server;
using ActorArbiter.Tests.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>A session between a client and an ordering actor that the test plays.</summary>
public abstract class SessionSpecs : ConnectionActorSpecs
{
    private protected IActorRef StartReading(ConnectionOptions? options = null)
    {
        var actor = Start(ListenerProfile.Classic, options);
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        return actor;
    }

    /// <summary>A session whose first line was answered and that is read from.</summary>
    private protected IActorRef StartSession(ConnectionOptions? options = null, bool isOwed = false)
    {
        var actor = StartReading(options);
        Receive(actor, "PING\n");
        ExpectLines("Ping");
        Answer(actor, "", isOwed);
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        return actor;
    }

    /// <summary>The ordering actor is told these lines, and no others, in one message.</summary>
    private protected IReadOnlyList<SessionInput> ExpectLines(params string[] lines)
    {
        var told = Ordering.ExpectMsg<OrderingProtocol.SessionLines>();
        Assert.Equal(Id, told.Connection);
        Assert.Equal(lines, told.Lines.Select(Describe));
        return told.Lines;
    }

    private protected void Answer(IActorRef actor, string lines, bool isOwed = false) =>
        Deliver(actor, lines, isAnswer: true, isOwed: isOwed);

    private protected void Deliver(
        IActorRef actor, string lines, bool isAnswer = false, bool isLast = false, bool isOwed = false) =>
        Ordering.Send(
            actor, new OrderingProtocol.Deliver(Encoding.UTF8.GetBytes(lines), isAnswer, isLast, isOwed));

    private protected void ExpectOver(bool isLost) =>
        Assert.Equal(new OrderingProtocol.SessionOver(Id, isLost), Ordering.ExpectMsg<OrderingProtocol.SessionOver>());

    /// <summary>What a line says in a word or two: <c>Ping hello</c>, <c>bad-message</c>.</summary>
    private protected static string Describe(SessionInput input) => input.Command switch
    {
        { Kind: SessionCommandKind.None } => input.Problem!.Code,
        { Kind: SessionCommandKind.Ping } ping => $"Ping {ping.Text}".TrimEnd(),
        { Kind: SessionCommandKind.Message } message => $"{message.Id}: {message.Text}",
        var command => command.Kind.ToString(),
    };
}
