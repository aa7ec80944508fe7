using Akka.Actor;
using Akka.Configuration;

namespace Runtime.Tests.Stress;

/// <summary>An actor system of its own for each test, whose failures and dead letters are not logged.</summary>
[Collection(RunsAlone.Name)]
public abstract class StressSpecs : IAsyncLifetime
{
    private const string Quiet = """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        akka.log-dead-letters-during-shutdown = off
        """;

    protected StressSpecs(string settings = "") => Sys = NewSystem(settings);

    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    protected ActorSystem Sys { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Sys.Terminate().WaitAsync(Patience);

    protected static ActorSystem NewSystem(string settings) =>
        ActorSystem.Create("stress", ConfigurationFactory.ParseString($"{settings}\n{Quiet}"));

    /// <summary>Waits until something is so, or long enough.</summary>
    /// <returns>Whether it is so.</returns>
    protected static bool Eventually(Func<bool> condition) => SpinWait.SpinUntil(condition, Patience);
}
