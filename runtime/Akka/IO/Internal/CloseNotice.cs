using Akka.Actor;

namespace Akka.IO.Internal;

/// <summary>What is told when a connection is closed, and who asked for it.</summary>
internal sealed class CloseNotice
{
    private readonly IActorRef? _commander;
    private readonly CloseNotice? _earlier;

    /// <param name="closed">What is told.</param>
    /// <param name="commander">Who asked for it, if anybody did.</param>
    /// <param name="earlier">An earlier request; it is answered by the same event.</param>
    public CloseNotice(Tcp.ConnectionClosed closed, IActorRef? commander, CloseNotice? earlier)
    {
        Event = closed;
        _commander = commander;
        _earlier = earlier;
    }

    /// <summary>What is told.</summary>
    public Tcp.ConnectionClosed Event { get; }

    /// <summary>Tells it once to each.</summary>
    /// <param name="handler">The handler of the connection.</param>
    /// <param name="writers">Those whose writes were not sent.</param>
    /// <param name="connection">The sender of the event.</param>
    public void Tell(IActorRef handler, IEnumerable<IActorRef> writers, IActorRef connection)
    {
        var told = new HashSet<IActorRef>(writers) { handler };
        for (var notice = this; notice is not null; notice = notice._earlier)
        {
            if (notice._commander is not null) told.Add(notice._commander);
        }

        foreach (var recipient in told)
            recipient.Tell(Event, connection);
    }
}
