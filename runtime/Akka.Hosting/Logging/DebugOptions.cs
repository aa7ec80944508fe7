using Akka.Configuration;

namespace Akka.Hosting;

/// <summary>
/// What an actor system tells about its own doings at debug level (<c>akka.actor.debug</c>). A value that is not set
/// leaves what the HOCON says.
/// </summary>
public class DebugOptions
{
    /// <summary>Messages that the runtime answers itself: PoisonPill, Kill, Identify and the like.</summary>
    public bool? AutoReceive { get; set; }

    /// <summary>Starts, restarts, stops and watches of actors.</summary>
    public bool? LifeCycle { get; set; }

    /// <summary>Subscriptions to the event stream.</summary>
    public bool? EventStream { get; set; }

    /// <summary>Messages that no actor handled.</summary>
    public bool? Unhandled { get; set; }

    internal Config ToConfig()
    {
        (string Key, bool? Value)[] options =
        [
            ("autoreceive", AutoReceive),
            ("lifecycle", LifeCycle),
            ("event-stream", EventStream),
            ("unhandled", Unhandled),
        ];
        var lines = options
            .Where(option => option.Value is not null)
            .Select(option => $"akka.actor.debug.{option.Key} = {(option.Value is true ? "on" : "off")}");
        return ConfigurationFactory.ParseString(string.Join('\n', lines));
    }
}
