using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Scheduling;

public sealed class CancelableSpecs : TestKit
{
    [Fact]
    public void It_is_cancelled_once_cancelled()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        Assert.False(cancelable.IsCancellationRequested);

        cancelable.Cancel();
        cancelable.Cancel();

        Assert.True(cancelable.IsCancellationRequested);
        Assert.True(cancelable.Token.IsCancellationRequested);
    }

    [Fact]
    public void Its_token_is_cancelled_with_it()
    {
        using var cancelable = new Cancelable(Sys.Scheduler);
        cancelable.Token.Register(() => TestActor.Tell("cancelled"));

        cancelable.Cancel();

        ExpectMsg("cancelled");
    }

    [Fact]
    public void It_cancels_itself_after_a_delay()
    {
        using var cancelable = new Cancelable(Sys.Scheduler, TimeSpan.FromMilliseconds(20));
        cancelable.Token.Register(() => TestActor.Tell("cancelled"));

        ExpectMsg("cancelled");
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void A_linked_one_is_cancelled_by_any_it_is_linked_to()
    {
        using var first = new Cancelable(Sys.Scheduler);
        using var second = new Cancelable(Sys.Scheduler);
        var linked = Cancelable.CreateLinkedCancelable(Sys.Scheduler, first, second);

        second.Cancel();

        Assert.True(linked.IsCancellationRequested);
        Assert.False(first.IsCancellationRequested);
    }

    [Fact]
    public void A_linked_one_cancels_what_is_scheduled_with_it()
    {
        using var source = new CancellationTokenSource();
        var linked = Cancelable.CreateLinkedCancelable(Sys.Scheduler, source.Token);
        Sys.Scheduler.ScheduleTellOnce(
            TimeSpan.FromMilliseconds(50), TestActor, "tick", ActorRefs.NoSender, linked);
        Sys.Scheduler.ScheduleTellOnce(TimeSpan.FromMilliseconds(200), TestActor, "end", ActorRefs.NoSender);

        source.Cancel();

        ExpectMsg("end");
    }

    [Fact]
    public void A_disposed_one_cannot_be_cancelled()
    {
        var cancelable = new Cancelable(Sys.Scheduler);

        cancelable.Dispose();

        Assert.True(cancelable.IsDisposed);
        Assert.Throws<ObjectDisposedException>(cancelable.Cancel);
        Assert.Throws<ObjectDisposedException>(() => cancelable.CancelAfter(1));
    }

    [Fact]
    public void One_created_cancelled_stays_so()
    {
        var cancelable = Cancelable.CreateCanceled();
        cancelable.Cancel();

        Assert.True(cancelable.IsCancellationRequested);
        Assert.True(cancelable.Token.IsCancellationRequested);
    }

    [Fact]
    public void Nothing_cancels_nothing()
        => ((ICancelable?)null).CancelIfNotNull();
}
