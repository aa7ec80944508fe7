using System.Linq.Expressions;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>How to create an actor, and what to run it on. Immutable; one Props can create any number of actors.</summary>
public sealed class Props
{
    private readonly ActorFactory _factory;
    private readonly string? _dispatcher;

    private Props(
        ActorFactory factory,
        object?[] arguments,
        string? dispatcher = null,
        string? mailbox = null,
        SupervisorStrategy? supervisorStrategy = null)
    {
        _factory = factory;
        _dispatcher = dispatcher;
        Arguments = arguments;
        Mailbox = mailbox;
        SupervisorStrategy = supervisorStrategy;
    }

    /// <summary>The Props of an actor that ignores all messages.</summary>
    public static Props Empty { get; } = Create<EmptyActor>();

    /// <summary>The type of the actor.</summary>
    public Type Type => _factory.ActorType;

    /// <summary>The arguments of the constructor.</summary>
    public object?[] Arguments { get; }

    /// <summary>The path of the dispatcher in the configuration.</summary>
    public string Dispatcher => _dispatcher ?? Dispatchers.DefaultDispatcherId;

    /// <summary>The path of the mailbox in the configuration; null for that of the dispatcher.</summary>
    public string? Mailbox { get; }

    /// <summary>What overrides the actor's own strategy; null if nothing does.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; }

    internal bool NamesDispatcher => _dispatcher is not null;

    /// <summary>
    /// Takes the constructor and its arguments from an expression. The arguments are evaluated here and now, once, and not
    /// again for each instance.
    /// </summary>
    /// <typeparam name="TActor">The type of the actor.</typeparam>
    /// <param name="factory">An expression of the form <c>() => new MyActor(a, b)</c>.</param>
    /// <param name="supervisorStrategy">What overrides the actor's own strategy; null for nothing.</param>
    /// <exception cref="ArgumentException">The expression has another form.</exception>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (factory.Body is not NewExpression { Constructor: { } constructor } creation)
        {
            throw new ArgumentException("The create function must be a 'new T (args)' expression", nameof(factory));
        }

        return new Props(
            ActorConstructor.For(constructor),
            ExpressionValue.EvaluateAll(creation.Arguments),
            supervisorStrategy: supervisorStrategy);
    }

    /// <summary>Chooses the public constructor that fits the arguments when the first instance is created.</summary>
    /// <typeparam name="TActor">The type of the actor.</typeparam>
    /// <param name="args">The arguments of the constructor.</param>
    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase =>
        Create(typeof(TActor), args);

    /// <summary>Uses the constructor without parameters.</summary>
    /// <typeparam name="TActor">The type of the actor.</typeparam>
    /// <param name="supervisorStrategy">What overrides the actor's own strategy.</param>
    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() =>
        Create<TActor>().WithSupervisorStrategy(supervisorStrategy);

    /// <summary>Chooses the public constructor that fits the arguments when the first instance is created.</summary>
    /// <param name="type">The type of the actor.</param>
    /// <param name="args">The arguments of the constructor.</param>
    /// <exception cref="ArgumentNullException">There is no type.</exception>
    /// <exception cref="ArgumentException">The type is no actor.</exception>
    public static Props Create(Type type, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!typeof(ActorBase).IsAssignableFrom(type))
        {
            throw new ArgumentException($"Unknown actor producer [{type.FullName}]: it is no {nameof(ActorBase)}.", nameof(type));
        }

        // C# passes a lone null argument as a null array.
        return new Props(FittingConstructor.For(type), args ?? []);
    }

    /// <summary>Leaves creation to a producer.</summary>
    /// <param name="producer">Creates the instances.</param>
    /// <param name="args">Shown as <see cref="Arguments"/>; not used otherwise.</param>
    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(producer);
        return new Props(new IndirectFactory(producer), args ?? []);
    }

    /// <summary>The same with another dispatcher.</summary>
    /// <param name="dispatcher">The path of its section in the configuration.</param>
    public Props WithDispatcher(string dispatcher)
    {
        ArgumentException.ThrowIfNullOrEmpty(dispatcher);
        return new Props(_factory, Arguments, dispatcher, Mailbox, SupervisorStrategy);
    }

    /// <summary>The same with another mailbox.</summary>
    /// <param name="mailbox">The path of its section in the configuration.</param>
    public Props WithMailbox(string mailbox)
    {
        ArgumentException.ThrowIfNullOrEmpty(mailbox);
        return new Props(_factory, Arguments, _dispatcher, mailbox, SupervisorStrategy);
    }

    /// <summary>The same with another supervisor strategy.</summary>
    /// <param name="supervisorStrategy">What overrides the actor's own strategy; null for nothing.</param>
    public Props WithSupervisorStrategy(SupervisorStrategy? supervisorStrategy) =>
        new(_factory, Arguments, _dispatcher, Mailbox, supervisorStrategy);

    /// <summary>Creates an instance; called by the runtime.</summary>
    /// <exception cref="TypeLoadException">The constructor threw, or there is none that fits the arguments.</exception>
    internal ActorBase NewActor()
    {
        try
        {
            return _factory.Create(Arguments);
        }
        catch (Exception failure)
        {
            throw new TypeLoadException(
                $"Error while creating actor instance of type {Type} with {Arguments.Length} args: "
                + $"({string.Join(',', Arguments)})",
                failure);
        }
    }

    internal void Release(ActorBase actor) => _factory.Release(actor);

    private sealed class EmptyActor : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }
}
