using Akka.Actor;
using Akka.Hosting;

namespace Runtime.Tests.Hosting;

public sealed class ActorRegistrySpecs : IDisposable
{
    private static readonly Type KeyType = typeof(Key);

    private readonly ActorSystem _system =
        ActorSystem.Create("registry", """akka { loggers = [], stdout-loglevel = "OFF" }""");

    private readonly ActorRegistry _registry = new();

    public void Dispose() => _system.Dispose();

    [Fact]
    public void A_registered_actor_is_found_by_its_key()
    {
        var actor = NewActor();

        _registry.Register<Key>(actor);

        Assert.Same(actor, _registry.Get<Key>());
        Assert.True(_registry.TryGet<Key>(out var found));
        Assert.Same(actor, found);
        Assert.True(_registry.TryGet(KeyType, out found));
        Assert.Same(actor, found);
    }

    [Fact]
    public void An_actor_that_is_not_registered_is_an_error_that_names_the_key()
    {
        var error = Assert.Throws<MissingActorRegistryEntryException>(() => _registry.Get<Key>());

        Assert.Contains(typeof(Key).ToString(), error.Message, StringComparison.Ordinal);
        Assert.False(_registry.TryGet<Key>(out var found));
        Assert.Same(ActorRefs.Nobody, found);
    }

    [Fact]
    public void A_key_is_taken_once_and_the_error_says_how_to_overwrite()
    {
        var first = NewActor();
        _registry.Register<Key>(first);

        var error = Assert.Throws<DuplicateActorRegistryException>(() => _registry.Register<Key>(NewActor()));

        Assert.Contains(typeof(Key).ToString(), error.Message, StringComparison.Ordinal);
        Assert.Contains("overwrite", error.Message, StringComparison.Ordinal);
        Assert.False(_registry.TryRegister<Key>(NewActor()));
        Assert.Same(first, _registry.Get<Key>());
    }

    [Fact]
    public void An_actor_is_overwritten_on_request()
    {
        _registry.Register<Key>(NewActor());
        var second = NewActor();
        var third = NewActor();

        _registry.Register<Key>(second, overwrite: true);
        Assert.Same(second, _registry.Get<Key>());

        Assert.True(_registry.TryRegister(KeyType, third, overwrite: true));
        Assert.Same(third, _registry.Get<Key>());
    }

    [Fact]
    public void Null_is_not_registered()
    {
        Assert.Throws<ArgumentNullException>(() => _registry.Register<Key>(null!));
        Assert.False(_registry.TryRegister<Key>(null!));
        Assert.False(_registry.TryGet<Key>(out _));
    }

    [Fact]
    public async Task Waiting_for_an_actor_ends_when_it_is_registered()
    {
        var byType = _registry.GetAsync<Key>();
        var byKey = _registry.GetAsync(KeyType);
        Assert.False(byType.IsCompleted);
        Assert.False(_registry.TryGet<Key>(out _));
        var actor = NewActor();

        _registry.Register<Key>(actor);

        Assert.Same(actor, await byType.WaitAsync(HostFixture.Patience));
        Assert.Same(actor, await byKey.WaitAsync(HostFixture.Patience));
        Assert.Same(actor, await _registry.GetAsync<Key>());
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_the_others_waiting()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = _registry.GetAsync<Key>(cancellation.Token);
        var waiting = _registry.GetAsync<Key>();

        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => cancelled);

        var actor = NewActor();
        _registry.Register<Key>(actor);
        Assert.Same(actor, await waiting.WaitAsync(HostFixture.Patience));
    }

    [Fact]
    public void Enumeration_gives_the_registered_actors_by_key()
    {
        _ = _registry.GetAsync<OtherKey>();
        var actor = NewActor();
        _registry.Register<Key>(actor);

        Assert.Equal([KeyValuePair.Create(typeof(Key), actor)], _registry);
    }

    [Fact]
    public void A_system_has_one_registry()
    {
        Assert.Same(ActorRegistry.For(_system), ActorRegistry.For(_system));
    }

    private IActorRef NewActor() => _system.ActorOf(Props.Create<EchoActor>());

    private sealed class Key;

    private sealed class OtherKey;
}
