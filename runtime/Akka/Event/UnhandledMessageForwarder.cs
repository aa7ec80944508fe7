using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs unhandled messages at debug level, if <c>akka.actor.debug.unhandled</c> is on.</summary>
internal sealed class UnhandledMessageForwarder : UntypedActor
{
    protected override void PreStart() => Context.System.EventStream.Subscribe<UnhandledMessage>(Self);

    protected override void OnReceive(object message)
    {
        if (message is not UnhandledMessage unhandled)
        {
            Unhandled(message);
            return;
        }

        var sender = unhandled.Sender is { } actor ? actor.Path.ToString() : "nobody";
        Context.System.EventStream.Publish(
            new Debug(
                unhandled.Recipient.Path.ToString()!,
                unhandled.Recipient.GetType(),
                $"Unhandled message from {sender} : {unhandled.Message}"));
    }
}
