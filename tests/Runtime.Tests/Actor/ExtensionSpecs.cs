using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class ExtensionSpecs : TestKit
{
    [Fact]
    public void An_extension_is_made_once_per_system()
    {
        var first = new TallyId().Apply(Sys);
        var second = (Tally)Sys.RegisterExtension(new TallyId());

        Assert.Same(first, second);
        Assert.Same(first, new TallyId().Get(Sys));
        Assert.Same(first, Sys.GetExtension<Tally>());
        Assert.Same(Sys, first.System);
    }

    [Fact]
    public void Whether_an_extension_is_there_can_be_asked()
    {
        Assert.False(Sys.HasExtension<Tally>());
        Assert.False(Sys.TryGetExtension<Tally>(out _));

        Sys.RegisterExtension(new TallyId());

        Assert.True(Sys.HasExtension<Tally>());
        Assert.True(Sys.TryGetExtension<Tally>(out var tally));
        Assert.NotNull(tally);
    }

    [Fact]
    public void An_extension_can_be_registered_by_its_types()
    {
        var tally = Sys.WithExtension<Tally, TallyId>();

        Assert.Same(tally, Sys.WithExtension<Tally>(typeof(TallyId)));
    }

    [Fact]
    public async Task The_configuration_can_start_extensions()
    {
        var system = ActorSystem.Create("extended", $"akka.extensions = [\"{typeof(TallyId).AssemblyQualifiedName}\"]");
        try
        {
            Assert.True(system.HasExtension<Tally>());
        }
        finally
        {
            await system.Terminate();
        }
    }

    public sealed class Tally(ExtendedActorSystem system) : IExtension
    {
        public ActorSystem System { get; } = system;
    }

    public sealed class TallyId : ExtensionIdProvider<Tally>
    {
        public override Tally CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
