using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The tree of actors of a system that lives in this process alone.</summary>
internal sealed class LocalActorRefProvider : IActorRefProvider
{
    private readonly EventStream _eventStream;
    private readonly ActorPath _tempNode;
    private LocalActorRef _root = null!;
    private LocalActorRef _user = null!;
    private LocalActorRef _system = null!;
    private long _tempNumber;

    internal LocalActorRefProvider(string systemName, Settings settings, EventStream eventStream)
    {
        Settings = settings;
        DefaultAddress = new Address("akka", systemName);
        RootPath = new RootActorPath(DefaultAddress);
        _tempNode = RootPath / "temp";
        _eventStream = eventStream;
        DeadLetterRef = new DeadLetterActorRef(this, RootPath / "deadLetters", eventStream);
    }

    public IInternalActorRef RootGuardian => _root;

    public IInternalActorRef Guardian => _user;

    public IInternalActorRef SystemGuardian => _system;

    public IActorRef DeadLetters => DeadLetterRef;

    public ActorPath RootPath { get; }

    public Settings Settings { get; }

    public Address DefaultAddress { get; }

    internal DeadLetterActorRef DeadLetterRef { get; }

    internal bool IsStarted => _system is not null;

    internal LocalActorRef UserGuardian => _user;

    internal LocalActorRef SystemActors => _system;

    public ActorPath TempPath() => _tempNode / ActorName.Generate(Interlocked.Increment(ref _tempNumber));

    public IActorRef ResolveActorRef(string path) =>
        ActorPath.TryParse(path, out var parsed) ? ResolveActorRef(parsed) : DeadLetters;

    public IActorRef ResolveActorRef(ActorPath actorPath)
    {
        ArgumentNullException.ThrowIfNull(actorPath);
        if (actorPath.Address != DefaultAddress)
        {
            return new EmptyLocalActorRef(this, actorPath, _eventStream);
        }

        var found = _root.GetChild(actorPath.Elements);
        var isMeant = !found.IsNobody() && (actorPath.Uid == ActorPath.UndefinedUid || actorPath.Uid == found.Path.Uid);
        return isMeant ? found : new EmptyLocalActorRef(this, actorPath, _eventStream);
    }

    /// <summary>
    /// Starts the guardians. When <c>/user</c> has stopped, <paramref name="beforeSystemStops"/> runs, then <c>/system</c>
    /// stops, then the root; then <paramref name="terminated"/> is called.
    /// </summary>
    internal void Start(ActorSystemImpl system, Func<Task> beforeSystemStops, Action terminated)
    {
        var internals = system.Dispatchers.Lookup(Dispatchers.InternalDispatcherId);
        var aboveRoot = new RootSupervisor(this, terminated);
        _root = new LocalActorRef(
            system,
            Props.Create(() => new GuardianActor(SupervisorStrategy.StoppingStrategy)),
            internals,
            system.MailboxKinds.Default,
            aboveRoot,
            RootPath);
        _root.Start();
        _user = NewGuardian("user", SupervisorStrategyConfigurator.CreateConfigurator(Settings.SupervisorStrategyClass).Create());
        _system = NewGuardian("system", SupervisorStrategy.DefaultStrategy);
        _system.Tell(new GuardianActor.StopAfter(_user, beforeSystemStops), ActorRefs.NoSender);
        _root.Tell(new GuardianActor.StopAfter(_system, () => Task.CompletedTask), ActorRefs.NoSender);
    }

    private LocalActorRef NewGuardian(string name, SupervisorStrategy strategy)
    {
        var props = Props.Create(() => new GuardianActor(strategy)).WithDispatcher(Dispatchers.InternalDispatcherId);
        var guardian = (LocalActorRef)_root.Cell.ActorOf(props, name);
        guardian.Cell.TakeChildrenFromOutside();
        return guardian;
    }
}
