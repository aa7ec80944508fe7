using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>Stopping an actor and waiting until it has stopped, from outside the actor system.</summary>
public static class GracefulStopSupport
{
    /// <summary>Sends a <see cref="PoisonPill"/> and waits for the actor's end.</summary>
    /// <param name="target">The actor to stop; it may have stopped already.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <returns>True when the actor has stopped; false if it has not within <paramref name="timeout"/>.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout)
        => GracefulStop(target, timeout, PoisonPill.Instance);

    /// <summary>Sends <paramref name="stopMessage"/> and waits for the actor's end.</summary>
    /// <param name="target">The actor to stop; it may have stopped already.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="stopMessage">The message upon which the actor stops itself.</param>
    /// <returns>True when the actor has stopped; false if it has not within <paramref name="timeout"/>.</returns>
    public static async Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        if (target is not IInternalActorRef actor)
            throw new InvalidOperationException($"[{target}] is no actor of an actor system: its end cannot be watched.");

        var watcher = new FutureActorRef<object>(actor.Provider);
        watcher.EndAfter(timeout, CancellationToken.None);
        actor.SendSystemMessage(new Watch(watcher));
        target.Tell(stopMessage, ActorRefs.NoSender);
        try
        {
            return await watcher.Task.ConfigureAwait(false) is Terminated;
        }
        catch (AskTimeoutException)
        {
            return false;
        }
        finally
        {
            actor.SendSystemMessage(new Unwatch(watcher));
        }
    }
}
