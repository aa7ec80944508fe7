using ActorArbiter.StampedTcp;

namespace StampedTcp.Tests.Support;

/// <summary>How busy a loop is.</summary>
internal static class LoopTime
{
    /// <summary>How long the thread of an actor's loop runs within some time, which the loop itself measures.</summary>
    public static async Task<TimeSpan> DuringAsync(LoopActor actor, TimeSpan time)
    {
        var over = new object();
        var before = await actor.InTurnAsync(context =>
        {
            ActorTimer.Of(context, over).Start(time);
            return Native.ThreadTime;
        });
        await actor.ExpectAsync(over);
        return await actor.InTurnAsync(_ => Native.ThreadTime) - before;
    }
}
