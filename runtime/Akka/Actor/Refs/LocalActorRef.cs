using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>The reference of an actor in this process. It outlives the actor.</summary>
internal sealed class LocalActorRef : InternalActorRefBase
{
    private readonly Mailbox _mailbox;

    internal LocalActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxSettings mailbox,
        IInternalActorRef parent,
        ActorPath path)
    {
        Path = path;
        _mailbox = new Mailbox(mailbox);
        _mailbox.Cell = new ActorCell(system, this, parent, props, dispatcher, _mailbox);
    }

    public override ActorPath Path { get; }

    public override IInternalActorRef Parent => Cell.ParentRef;

    public override IActorRefProvider Provider => Cell.SystemImpl.Provider;

    public override bool IsTerminated => _mailbox.IsClosed;

    public override bool IsLocal => true;

    internal ActorCell Cell => _mailbox.Cell;

    public override void Start() => _mailbox.Start();

    public override void Stop() => _mailbox.PostSystem(new Terminate());

    public override void Suspend() => _mailbox.PostSystem(new Suspend());

    public override void Resume(Exception? causedByFailure = null) => _mailbox.PostSystem(new Resume(causedByFailure));

    public override void Restart(Exception cause) => _mailbox.PostSystem(new Recreate(cause));

    public override void SendSystemMessage(ISystemMessage message) => _mailbox.PostSystem((SystemMessage)message);

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        IInternalActorRef current = this;
        for (var i = 0; i < name.Count; i++)
        {
            switch (name[i])
            {
                case "":
                    break;
                case "..":
                    current = current.Parent;
                    break;
                case var element when current is LocalActorRef local:
                    current = local.GetSingleChild(element);
                    break;
                default:
                    return current.GetChild([.. name.Skip(i)]);
            }
        }

        return current;
    }

    /// <summary>The child of this name, or nobody; a name with <c>#uid</c> means that incarnation only.</summary>
    internal IInternalActorRef GetSingleChild(string element)
    {
        var (name, uid) = ActorName.SplitUid(element);
        var child = Cell.FindChild(name);
        return child is not null && (uid == ActorPath.UndefinedUid || uid == child.Path.Uid) ? child : ActorRefs.Nobody;
    }

    protected override void TellInternal(object message, IActorRef? sender)
    {
        if (message is null)
        {
            throw new ArgumentNullException(nameof(message), "The message cannot be null.");
        }

        _mailbox.Post(new Envelope(message, sender));
    }
}
