using System.Threading.Channels;
using ActorArbiter.StampedTcp;
using Akka.Actor;

namespace StampedTcp.Tests.Support;

/// <summary>An actor that does in its turn what a test says, and passes on what it is told.</summary>
internal sealed class LoopActor
{
    private readonly Channel<object> _told = Channel.CreateUnbounded<object>();

    private LoopActor(IActorRefFactory system, string? dispatcher)
    {
        var props = Props.CreateBy(new Producer(this));
        Ref = system.ActorOf(dispatcher is null ? props : props.WithDispatcher(dispatcher));
    }

    public IActorRef Ref { get; }

    /// <summary>What it does in the turn in which it is told something, before it passes that on. Set in its turn, or before it is told.</summary>
    public Action<object>? Reaction { get; set; }

    /// <summary>What it was told and nobody has read.</summary>
    public bool IsTold => _told.Reader.TryPeek(out _);

    /// <summary>One on an event loop.</summary>
    public static LoopActor On(IActorRefFactory system, string dispatcher = StampedTcpExtension.DispatcherId) =>
        new(system, dispatcher);

    /// <summary>One that runs as actors do that are told nothing else.</summary>
    public static LoopActor Elsewhere(IActorRefFactory system) => new(system, null);

    /// <summary>Does something in its turn, and waits for that.</summary>
    public Task<T> InTurnAsync<T>(Func<IActorContext, T> turn)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ref.Tell(new Turn(context =>
        {
            try
            {
                done.SetResult(turn(context));
            }
#pragma warning disable CA1031 // It is the test's to judge.
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.SetException(e);
            }
        }));
        return done.Task.Bounded();
    }

    /// <inheritdoc cref="InTurnAsync{T}"/>
    public Task InTurnAsync(Action<IActorContext> turn) => InTurnAsync(context =>
    {
        turn(context);
        return true;
    });

    /// <summary>The next message that it is told by others than the test.</summary>
    public Task<object> ToldAsync() => _told.Reader.ReadAsync().AsTask().Bounded();

    /// <summary>The next message is this one.</summary>
    public async Task ExpectAsync(object message) => Assert.Equal(message, await ToldAsync());

    /// <summary>Has its turn last, and so its loop blocked, until the result is disposed.</summary>
    public async Task<IDisposable> BlockAsync()
    {
        var blocked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blockade = new Blockade();
        Ref.Tell(new Turn(_ =>
        {
            blocked.SetResult();
            blockade.Wait();
        }));
        await blocked.Task.Bounded();
        return blockade;
    }

    /// <summary>Waits until it is no more.</summary>
    public async Task StoppedAsync(IActorRefFactory system)
    {
        var watcher = Elsewhere(system);
        await watcher.InTurnAsync(context => context.Watch(Ref));
        Assert.Equal(Ref, Assert.IsType<Terminated>(await watcher.ToldAsync()).ActorRef);
        watcher.Ref.Tell(PoisonPill.Instance);
    }

    private sealed class Blockade : IDisposable
    {
        private readonly ManualResetEventSlim _over = new();

        public void Wait() => Assert.True(_over.Wait(Patience.Limit));

        public void Dispose() => _over.Set();
    }

    private sealed record Turn(Action<IActorContext> Do);

    private sealed class Actor(LoopActor self) : ActorBase
    {
        protected override bool Receive(object message)
        {
            if (message is Turn turn)
            {
                turn.Do(Context);
                return true;
            }

            self.Reaction?.Invoke(message);
            self._told.Writer.TryWrite(message);
            return true;
        }
    }

    private sealed class Producer(LoopActor self) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Actor);

        public ActorBase Produce() => new Actor(self);

        public void Release(ActorBase actor)
        {
        }
    }
}
