using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Event;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>All actors of these systems have light mailboxes unless they say otherwise.</summary>
public sealed class LightMailboxSpecs(ITestOutputHelper output) : StampedTcpSpecs(output, """
    akka.actor.default-mailbox.mailbox-type = "ActorArbiter.StampedTcp.LightMailbox, ActorArbiter.StampedTcp"
    """)
{
    [Fact]
    public void Its_queue_is_the_light_one() =>
        Assert.IsType<LightMessageQueue>(new LightMailbox(Sys.Settings, Sys.Settings.Config).Create(TestActor, Sys));

    [Fact]
    public async Task Actors_have_it_and_receive_what_many_send_in_the_order_of_each()
    {
        const int Senders = 8;
        const int Each = 2_000;
        var actor = LoopActor.Elsewhere(Sys);

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(() =>
        {
            for (var number = 0; number < Each; number++)
                actor.Ref.Tell((sender, number), ActorRefs.NoSender);
        })));

        var next = new int[Senders];
        for (var message = 0; message < Senders * Each; message++)
        {
            var (sender, number) = ((int, int))await actor.ToldAsync();
            Assert.Equal(next[sender]++, number);
        }
    }

    [Fact]
    public async Task What_an_actor_has_not_received_when_it_stops_is_a_dead_letter()
    {
        var actor = LoopActor.On(Sys);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        using (await actor.BlockAsync())
        {
            // Not by way of its parent, who may come to it only later.
            ((IInternalActorRef)actor.Ref).Stop();
            for (var number = 0; number < 5; number++)
                actor.Ref.Tell(number, ActorRefs.NoSender);
        }

        for (var number = 0; number < 5; number++)
            Assert.Equal(number, (await ExpectMsgAsync<DeadLetter>()).Message);
    }

    [Fact]
    public async Task An_actor_that_stashes_has_the_mailbox_that_it_needs()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stashing()));
        foreach (var message in (string[])["1", "2", "open", "3"])
            actor.Tell(message);

        foreach (var message in (string[])["1", "2", "3"])
            await ExpectMsgAsync(message);
    }

    [Fact]
    public void The_first_in_is_the_first_out()
    {
        var queue = new LightMessageQueue();
        Assert.False(queue.HasMessages);
        Assert.False(queue.TryDequeue(out _));

        for (var round = 0; round < 3; round++)
        {
            for (var number = 0; number < 100; number++)
            {
                Assert.Equal(number, queue.Count);
                Put(queue, number);
                Assert.True(queue.HasMessages);
            }

            for (var number = 0; number < 100; number++)
            {
                Assert.True(queue.TryDequeue(out var envelope));
                Assert.Equal((number, TestActor), (envelope.Message, envelope.Sender));
            }

            Assert.False(queue.HasMessages);
            Assert.False(queue.TryDequeue(out _));
        }
    }

    [Fact]
    public void However_it_is_filled_and_emptied_it_is_a_queue()
    {
        var queue = new LightMessageQueue();
        var model = new Queue<int>();
        var random = new Random(11);

        for (var step = 0; step < 50_000; step++)
        {
            // More is put for a while, and then less.
            if (random.Next(100) < (step / 1_000 % 2 == 0 ? 60 : 40))
            {
                Put(queue, step);
                model.Enqueue(step);
            }
            else
            {
                Assert.Equal(model.TryDequeue(out var expected), queue.TryDequeue(out var envelope));
                Assert.Equal(expected, envelope.Message ?? 0);
            }

            Assert.Equal(model.Count, queue.Count);
        }
    }

    [Fact]
    public async Task What_several_threads_put_while_another_takes_is_neither_lost_nor_doubled()
    {
        const int Threads = 3;
        const int Each = 50_000;
        var queue = new LightMessageQueue();
        var putting = Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (var number = 0; number < Each; number++)
                Put(queue, (thread, number));
        })));

        var next = new int[Threads];
        Assert.True(SpinWait.SpinUntil(() => Take() == Threads * Each, Patience.Limit));
        await putting;
        Assert.False(queue.HasMessages);

        int Take()
        {
            while (queue.TryDequeue(out var envelope))
            {
                var (thread, number) = ((int, int))envelope.Message;
                Assert.Equal(next[thread]++, number);
            }

            return next.Sum();
        }
    }

    [Fact]
    public void What_is_left_at_the_end_goes_to_the_dead_letters_in_its_order()
    {
        var queue = new LightMessageQueue();
        var deadLetters = new LightMessageQueue();
        for (var number = 0; number < 10; number++)
            Put(queue, number);

        queue.CleanUp(TestActor, deadLetters);

        Assert.False(queue.HasMessages);
        for (var number = 0; number < 10; number++)
        {
            Assert.True(deadLetters.TryDequeue(out var envelope));
            Assert.Equal(number, envelope.Message);
        }

        Assert.False(deadLetters.HasMessages);
    }

    [Fact]
    public void A_message_that_was_taken_is_not_kept()
    {
        var queue = new LightMessageQueue();
        var messages = new List<WeakReference>();
        Fill();

        GC.Collect();

        Assert.DoesNotContain(messages, message => message.IsAlive);
        GC.KeepAlive(queue);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        void Fill()
        {
            for (var number = 0; number < 20; number++)
            {
                var message = new object();
                messages.Add(new WeakReference(message));
                Put(queue, message);
            }

            while (queue.TryDequeue(out _))
            {
                // Only to empty it.
            }
        }
    }

    private void Put(LightMessageQueue queue, object message) => queue.Enqueue(TestActor, new Envelope(message, TestActor));

    /// <summary>Puts aside what comes before it is told to open.</summary>
    private sealed class Stashing : UntypedActor, IWithUnboundedStash
    {
        private bool _isOpen;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is "open")
            {
                _isOpen = true;
                Stash.UnstashAll();
            }
            else if (_isOpen)
            {
                Sender.Tell(message);
            }
            else
            {
                Stash.Stash();
            }
        }
    }
}

[Collection(RunsAlone.Name)]
public sealed class LightMailboxMemorySpecs
{
    [Fact]
    public void A_queue_that_was_long_is_let_go_of()
    {
        var queue = new LightMessageQueue();
        var message = new object();
        var before = Footprint.Memory();
        for (var number = 0; number < 1_000_000; number++)
            queue.Enqueue(ActorRefs.Nobody, new Envelope(message, ActorRefs.Nobody));
        Assert.InRange(Footprint.Memory() - before, 8_000_000, long.MaxValue);

        while (queue.TryDequeue(out _))
        {
            // Only to empty it.
        }

        Assert.InRange(Footprint.Memory() - before, long.MinValue, 1_000_000);
        GC.KeepAlive(queue);
    }
}
