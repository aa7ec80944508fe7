using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Gives each system its <see cref="TestKitSettings"/>.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    private static readonly TestKitExtension Id = new();

    /// <summary>The settings of a system, read when first asked for.</summary>
    public static TestKitSettings For(ActorSystem system) => Id.Apply(system);

    /// <inheritdoc/>
    public override TestKitSettings CreateExtension(ExtendedActorSystem system) => new(system.Settings.Config);
}
