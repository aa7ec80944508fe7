using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// The runtime's half of an actor: it creates and replaces the instance, feeds it messages, and keeps what belongs to the
/// actor's life: children, watches, behaviours, the receive timeout. Everything here runs in the actor's own turn (see
/// <see cref="Mailbox"/>), except where a comment says otherwise. What most actors never need is allocated on first use.
/// </summary>
internal sealed partial class ActorCell : IUntypedActorContext
{
    [ThreadStatic]
    private static ActorCell? _current;

    private readonly LocalActorRef _self;
    private readonly IInternalActorRef _parent;
    private readonly Mailbox _mailbox;
    private Props _props;
    private ActorBase? _actor;
    private Receive? _behavior;
    private UncommonState? _uncommon;
    private IActorRef? _sender;

    internal ActorCell(
        ActorSystemImpl system,
        LocalActorRef self,
        IInternalActorRef parent,
        Props props,
        MessageDispatcher dispatcher,
        Mailbox mailbox)
    {
        SystemImpl = system;
        _self = self;
        _parent = parent;
        _props = props;
        Dispatcher = dispatcher;
        _mailbox = mailbox;
    }

    /// <summary>The cell whose actor is running on this thread, if any.</summary>
    internal static ActorCell? Current => _current;

    public IActorRef Self => _self;

    public IActorRef Parent => _parent;

    public IActorRef Sender => _sender ?? SystemImpl.DeadLetters;

    public Props Props => _props;

    public ActorSystem System => SystemImpl;

    public MessageDispatcher Dispatcher { get; }

    internal IInternalActorRef ParentRef => _parent;

    internal ActorSystemImpl SystemImpl { get; }

    internal Mailbox Mailbox => _mailbox;

    /// <summary>The current instance; null before the first and after the last.</summary>
    internal ActorBase? Actor => _actor;

    internal object? CurrentMessage { get; private set; }

    /// <summary>Counts the messages, so that a stash can tell one from the next.</summary>
    internal int CurrentTurn { get; private set; }

    private UncommonState Uncommon => _uncommon ??= new UncommonState();

    /// <summary>Makes a cell the current one of this thread.</summary>
    /// <returns>The one before it, to be given to <see cref="Leave"/>.</returns>
    internal static ActorCell? Enter(ActorCell cell)
    {
        var outer = _current;
        _current = cell;
        return outer;
    }

    internal static void Leave(ActorCell? outer) => _current = outer;

    public ActorSelection ActorSelection(string actorPath) => SystemImpl.Select(actorPath, _self);

    public ActorSelection ActorSelection(ActorPath actorPath) => SystemImpl.ActorSelection(actorPath);

    public void Become(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        _behavior = receive;
    }

    public void Become(UntypedReceive receive) => Become(AlwaysHandled(receive));

    public void BecomeStacked(Receive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        (Uncommon.OuterBehaviors ??= new Stack<Receive>()).Push(_behavior!);
        _behavior = receive;
    }

    public void BecomeStacked(UntypedReceive receive) => BecomeStacked(AlwaysHandled(receive));

    public void UnbecomeStacked()
    {
        if (_uncommon?.OuterBehaviors is { Count: > 0 } outer)
        {
            _behavior = outer.Pop();
        }
    }

    private static Receive AlwaysHandled(UntypedReceive receive)
    {
        ArgumentNullException.ThrowIfNull(receive);
        return receive.Handle;
    }
}
