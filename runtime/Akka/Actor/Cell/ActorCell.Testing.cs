namespace Akka.Actor;

/// <content>What the test kit needs of an actor that runs on the calling thread.</content>
internal sealed partial class ActorCell
{
    /// <summary>
    /// Lets the actor handle a message here and now, past its mailbox. A failure comes out of this; the supervisor does not
    /// hear of it.
    /// </summary>
    internal void ReceiveNow(object message, IActorRef? sender)
    {
        var outer = Enter(this);
        var (outerMessage, outerSender) = (CurrentMessage, _sender);
        CurrentMessage = message;
        CurrentTurn++;
        _sender = sender;
        try
        {
            if (message is IAutoReceivedMessage)
            {
                AutoReceive(message);
            }
            else
            {
                ReceiveMessage(message);
            }
        }
        finally
        {
            CurrentMessage = outerMessage;
            _sender = outerSender;
            Leave(outer);
        }
    }
}
