namespace Akka.Actor;

/// <summary>
/// The actors at a path, looked up anew for each message: none, one, or with wildcards several. A message to none goes to
/// dead letters.
/// </summary>
public class ActorSelection : ICanTell
{
    /// <summary>Selects by steps.</summary>
    /// <param name="anchor">The actor where the path starts.</param>
    /// <param name="path">The steps.</param>
    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentNullException.ThrowIfNull(path);
        if (Array.IndexOf(path, SelectChildRecursive.Instance) is >= 0 and var index && index < path.Length - 1)
        {
            throw new IllegalActorNameException("Double wildcard can only appear at the last path entry");
        }

        Anchor = anchor;
        Path = path;
    }

    /// <summary>Selects by a path.</summary>
    /// <param name="anchor">The actor where the path starts.</param>
    /// <param name="path">The path, such as <c>../b</c> or <c>child/*</c>.</param>
    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path?.Split('/') ?? throw new ArgumentNullException(nameof(path)))
    {
    }

    /// <summary>Selects by the elements of a path.</summary>
    /// <param name="anchor">The actor where the path starts.</param>
    /// <param name="elements">The elements; empty ones are skipped.</param>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
        : this(anchor, [.. elements.Where(element => !string.IsNullOrEmpty(element)).Select(SelectionPathElement.Parse)])
    {
    }

    /// <summary>The actor where the path starts.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The steps from there.</summary>
    public SelectionPathElement[] Path { get; }

    /// <summary>The steps as text.</summary>
    public string PathString => "/" + string.Join<SelectionPathElement>('/', Path);

    /// <summary>Sends a message to the actors selected.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom the receivers answer to; null for the actor whose code is running.</param>
    /// <exception cref="InvalidMessageException">The message is null.</exception>
    public void Tell(object message, IActorRef? sender = null)
    {
        if (message is null)
        {
            throw new InvalidMessageException();
        }

        sender ??= ActorCell.Current?.Self;
        Deliver((IInternalActorRef)Anchor, new ActorSelectionMessage(message, Path), sender);
    }

    /// <summary>Looks up one of the actors selected.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>The first actor that answers; the task fails with <see cref="ActorNotFoundException"/> if none does.</returns>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <inheritdoc cref="ResolveOne(TimeSpan)"/>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException("subject was null");
        }
        catch (Exception failure)
        {
            throw new ActorNotFoundException($"Exception occurred while resolving {this}", failure);
        }
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is ActorSelection other && Equals(Anchor, other.Anchor) && PathString == other.PathString;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    /// <inheritdoc/>
    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path.ToStringWithUid()}), Path({PathString})]";

    private static void Deliver(IInternalActorRef actor, ActorSelectionMessage selection, IActorRef? sender)
    {
        var steps = selection.Elements;
        for (var i = 0; i < steps.Length; i++)
        {
            if (actor is not LocalActorRef local)
            {
                // Not an actor of this tree; it may know how to go on.
                actor.Tell(new ActorSelectionMessage(selection.Message, steps[i..], selection.WildCardFanOut), sender);
                return;
            }

            switch (steps[i])
            {
                case SelectParent:
                    actor = local.Parent;
                    break;
                case SelectChildName name:
                    actor = local.GetSingleChild(name.Name);
                    if (actor.IsNobody())
                    {
                        ReportMissing(local, selection, steps[i..], sender);
                        return;
                    }

                    break;
                case SelectChildPattern pattern:
                    DeliverToMatching(local, pattern, selection, steps[i..], sender);
                    return;
                case SelectChildRecursive:
                    DeliverToDescendants(local, selection.Message, sender);
                    return;
            }
        }

        actor.Tell(selection.Message, sender);
    }

    private static void DeliverToMatching(
        LocalActorRef parent,
        SelectChildPattern pattern,
        ActorSelectionMessage selection,
        SelectionPathElement[] steps,
        IActorRef? sender)
    {
        var matching = Array.FindAll(parent.Cell.ChildRefs, child => pattern.Matches(child.Path.Name));
        if (matching.Length == 0)
        {
            ReportMissing(parent, selection, steps, sender);
            return;
        }

        var rest = new ActorSelectionMessage(
            selection.Message,
            steps[1..],
            selection.WildCardFanOut || matching.Length > 1);
        foreach (var child in matching)
        {
            Deliver(child, rest, sender);
        }
    }

    private static void DeliverToDescendants(LocalActorRef parent, object message, IActorRef? sender)
    {
        foreach (var child in parent.Cell.ChildRefs)
        {
            child.Tell(message, sender);
            DeliverToDescendants(child, message, sender);
        }
    }

    private static void ReportMissing(
        LocalActorRef parent,
        ActorSelectionMessage selection,
        SelectionPathElement[] steps,
        IActorRef? sender)
    {
        // Where several actors were meant, one without the child is no error.
        if (!selection.WildCardFanOut)
        {
            var path = parent.Path / steps.Select(step => step.ToString()!);
            new EmptyLocalActorRef(parent.Provider, path, parent.Cell.SystemImpl.EventStream).Tell(selection, sender);
        }
    }
}
