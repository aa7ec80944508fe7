using Akka.Actor;
using Akka.Configuration;

namespace ActorClient.Hosting;

/// <summary>The client's actors, for as long as the program talks to the server.</summary>
internal sealed class ClientSession : IAsyncDisposable
{
    private readonly ActorSystem _system;

    /// <param name="server">Where the server is and how long it may take.</param>
    /// <param name="config">The settings of the actor system.</param>
    public ClientSession(ArbiterClientOptions server, Config config)
    {
        _system = ActorSystem.Create("client", config);
        Client = new ArbiterClient(server, _system);
    }

    /// <summary>The client.</summary>
    public ArbiterClient Client { get; }

    /// <summary>Leaves what it takes part in, and stops the actors.</summary>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _system.Terminate();
    }
}
