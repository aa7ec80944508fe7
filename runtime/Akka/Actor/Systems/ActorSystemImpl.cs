using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The actor system: puts the services together, starts them and ends them.</summary>
internal sealed partial class ActorSystemImpl : ExtendedActorSystem
{
    private readonly LocalActorRefProvider _provider;
    private readonly SystemExtensions _extensions;
    private readonly Deployment _deployment;
    private readonly SystemLoggers _loggers;
    private readonly Termination _termination = new();

    internal ActorSystemImpl(string name, ActorSystemSetup setup)
    {
        if (name is null || !ValidName().IsMatch(name))
        {
            throw new ArgumentException(
                $"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-')",
                nameof(name));
        }

        Name = name;
        var bootstrap = setup.Get<BootstrapSetup>();
        Settings = new Settings(this, bootstrap.HasValue ? bootstrap.Value.Config.Value : null, setup);
        var logging = new LoggingSettings(Settings.Config);
        EventStream = new EventStream(logging.DebugEventStream);
        _loggers = new SystemLoggers(EventStream, logging);
        _loggers.StartConsole();
        Log = Logging.GetLogger(EventStream, $"ActorSystem({name})");
        MailboxKinds = new Mailboxes(Settings.Config);
        _deployment = new Deployment(Settings.Config);
        Scheduler = CreateScheduler();
        Dispatchers = new Dispatchers(new DispatcherPrerequisites(EventStream, Scheduler, Settings));
        _provider = new LocalActorRefProvider(name, Settings, EventStream);
        _extensions = new SystemExtensions(this);
    }

    public override Settings Settings { get; }

    public override string Name { get; }

    public override EventStream EventStream { get; }

    public override IActorRef DeadLetters => _provider.DeadLetterRef;

    public override Dispatchers Dispatchers { get; }

    public override IScheduler Scheduler { get; }

    public override ILoggingAdapter Log { get; }

    public override Task WhenTerminated => _termination.Task;

    public override IActorRefProvider Provider => _provider;

    public override IInternalActorRef Guardian => _provider.Guardian;

    public override IInternalActorRef LookupRoot => _provider.RootGuardian;

    public override IInternalActorRef SystemGuardian => _provider.SystemGuardian;

    internal Mailboxes MailboxKinds { get; }

    internal DeadLetterActorRef DeadLetterRef => _provider.DeadLetterRef;

    public override object GetExtension(IExtensionId extensionId) => _extensions.Get(extensionId.ExtensionType);

    public override T GetExtension<T>() => (T)_extensions.Get(typeof(T));

    public override bool HasExtension(Type type) => _extensions.TryGet(type, out _);

    public override bool HasExtension<T>() => HasExtension(typeof(T));

    public override bool TryGetExtension<T>([NotNullWhen(true)] out T? extension)
        where T : class
    {
        var found = _extensions.TryGet(typeof(T), out var instance);
        extension = (T?)instance;
        return found;
    }

    public override object RegisterExtension(IExtensionId extension) => _extensions.Register(extension);

    public override IActorRef ActorOf(Props props, string? name = null) => _provider.UserGuardian.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf(Props props, string? name = null) =>
        _provider.SystemActors.Cell.ActorOf(props, name);

    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    public override ActorSelection ActorSelection(ActorPath actorPath)
    {
        ArgumentNullException.ThrowIfNull(actorPath);
        return new ActorSelection(LookupRoot, actorPath.Elements);
    }

    public override ActorSelection ActorSelection(string actorPath) => Select(actorPath, LookupRoot);

    public override void Stop(IActorRef actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ((IInternalActorRef)actor).Stop();
    }

    public override void RegisterOnTermination(Action code) => _termination.Register(code);

    public override Task Terminate()
    {
        if (!Settings.CoordinatedShutdownRunByActorSystemTerminate)
        {
            return FinalTerminate();
        }

        CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        return WhenTerminated;
    }

    public override void Abort() => FinalTerminate();

    public override string ToString() => _provider.DefaultAddress.ToString();

    internal override Task FinalTerminate()
    {
        _loggers.StopDeadLetterListener(this);
        Guardian.Stop();
        return WhenTerminated;
    }

    internal void Start()
    {
        try
        {
            _provider.Start(this, _loggers.Stop, EndServices);
            _loggers.Start(this);
            _extensions.Load(Settings.Config.GetStringList("akka.extensions"));
        }
        catch
        {
            // Nobody will ever hold this system: it must not leave its threads behind.
            if (_provider.IsStarted)
            {
                FinalTerminate();
            }
            else
            {
                EndServices();
            }

            throw;
        }
    }

    internal LocalActorRef NewLocalActor(Props props, IInternalActorRef parent, ActorPath path)
    {
        var (dispatcherId, mailboxId) = _deployment.For(props, path);
        var dispatcher = dispatcherId is null ? Dispatchers.DefaultGlobalDispatcher : Dispatchers.Lookup(dispatcherId);
        return new LocalActorRef(this, props, dispatcher, MailboxKinds.For(mailboxId, dispatcher), parent, path);
    }

    /// <summary>Selects by a path; a relative one starts at <paramref name="origin"/>.</summary>
    internal ActorSelection Select(string path, IActorRef origin)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Address.TryParse(path, out var address, out var rest))
        {
            return address == _provider.DefaultAddress
                ? new ActorSelection(LookupRoot, rest)
                : new ActorSelection(new EmptyLocalActorRef(_provider, ActorPath.Parse(path), EventStream), "");
        }

        return new ActorSelection(path.StartsWith('/') ? LookupRoot : origin, path);
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9-]*$")]
    private static partial Regex ValidName();

    private IScheduler CreateScheduler()
    {
        var type = Type.GetType(Settings.SchedulerClass);
        return type is not null && typeof(IScheduler).IsAssignableFrom(type)
            ? (IScheduler)Activator.CreateInstance(type, Settings.Config, Log)!
            : throw new ConfigurationException(
                $"akka.scheduler.implementation names '{Settings.SchedulerClass}', which is no scheduler type.");
    }

    private void EndServices() =>
        // Not in the turn of the actor that stopped last: its dispatcher is shut down here.
        Task.Run(() =>
        {
            _termination.RunCallbacks(Log);
            (Scheduler as IDisposable)?.Dispose();
            Dispatchers.Shutdown();
            _termination.Complete();
        });
}
