using Akka.Actor;

namespace Akka.Event;

/// <summary>What a log event says about where it comes from.</summary>
public readonly struct LogSource
{
    private LogSource(string source, Type type)
    {
        Source = source;
        Type = type;
    }

    /// <summary>The source, for people.</summary>
    public string Source { get; }

    /// <summary>The type of the source.</summary>
    public Type Type { get; }

    /// <summary>The source that an object is.</summary>
    /// <param name="o">
    /// An actor's context or reference: its path. A text: that text. A type: its name. Anything else: the name of its
    /// type.
    /// </param>
    public static LogSource Create(object o) => o switch
    {
        IActorContext context => new LogSource(context.Self.Path.ToString()!, SourceType(o)),
        IActorRef actor => new LogSource(actor.Path.ToString()!, SourceType(o)),
        string text => new LogSource(text, SourceType(o)),
        Type type => new LogSource(Logging.SimpleName(type), type),
        LogSource source => source,
        _ => new LogSource(Logging.SimpleName(o), SourceType(o))
    };

    /// <summary>
    /// As <see cref="Create(object)"/>; what is no actor is followed by the name of the actor system.
    /// </summary>
    public static LogSource Create(object o, ActorSystem system) => o switch
    {
        IActorContext or IActorRef or LogSource => Create(o),
        string text => new LogSource(FromString(text, system), SourceType(o)),
        _ => new LogSource(FromType(SourceType(o), system), SourceType(o))
    };

    /// <summary>A source made of its parts.</summary>
    public static LogSource Create(string source, Type t) => new(source, t);

    /// <summary>The type logged for a source.</summary>
    public static Type SourceType(object o) => o switch
    {
        Type type => type,
        IActorContext context => context.Props.Type,
        string => typeof(DummyClassForStringSources),
        _ => o.GetType()
    };

    /// <summary>The source text of a type.</summary>
    public static string FromType(Type t, ActorSystem system) => FromString(Logging.SimpleName(t), system);

    /// <summary>The source text of a text.</summary>
    public static string FromString(string source, ActorSystem system) => $"{source} ({system})";
}
