using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Xunit2.Internals;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>
/// The base of an xUnit test class that tests actors. xUnit makes an instance for each test, and with it an actor
/// system; at the end of the test the system terminates, and one that does not is an error.
/// </summary>
public class TestKit : TestKitBase, IDisposable
{
    /// <summary>Where the test's log goes; null if nowhere.</summary>
    protected readonly ITestOutputHelper? Output;

    private bool _disposed;

    /// <summary>Uses the system given, or makes one.</summary>
    /// <param name="system">The system; null: a new one. It is terminated at the end of the test.</param>
    /// <param name="output">Where the system's log goes, from its <c>akka.loglevel</c> on; null: nowhere.</param>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(Assertions, system)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system.</summary>
    /// <param name="config">Its setup; <see cref="DefaultConfig"/> stands behind its configuration.</param>
    /// <param name="actorSystemName">Its name; null: "test".</param>
    /// <param name="output">Where the system's log goes, from its <c>akka.loglevel</c> on; null: nowhere.</param>
    public TestKit(ActorSystemSetup config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system.</summary>
    /// <param name="config">Its configuration; <see cref="DefaultConfig"/> stands behind it.</param>
    /// <param name="actorSystemName">Its name; null: "test".</param>
    /// <param name="output">Where the system's log goes, from its <c>akka.loglevel</c> on; null: nowhere.</param>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Makes a system called "test".</summary>
    /// <param name="config">Its configuration as HOCON; <see cref="DefaultConfig"/> stands behind it.</param>
    /// <param name="output">Where the system's log goes, from its <c>akka.loglevel</c> on; null: nowhere.</param>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    /// <inheritdoc cref="TestKitBase.DefaultConfig"/>
    public static new Config DefaultConfig => TestKitBase.DefaultConfig;

    /// <inheritdoc cref="TestKitBase.FullDebugConfig"/>
    public static new Config FullDebugConfig => TestKitBase.FullDebugConfig;

    /// <summary>Reports failures as xUnit's.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Ends the test: <see cref="AfterAll"/>, then the system terminates.</summary>
    /// <exception cref="TimeoutException">The system did not terminate within 5 s, dilated.</exception>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    /// <param name="disposing">True, for there is no finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
            return;

        _disposed = true;
        try
        {
            AfterAll();
        }
        finally
        {
            Shutdown(verifySystemShutdown: true);
        }
    }

    /// <summary>What to do at the end of the test, while the system still runs.</summary>
    protected virtual void AfterAll()
    {
    }

    /// <summary>Lets a system log to <see cref="Output"/>, if there is one.</summary>
    /// <param name="system">The system, which does not log there yet.</param>
    protected void InitializeLogger(ActorSystem system) => InitializeLogger(system, "");

    /// <summary>Lets a system log to <see cref="Output"/>, if there is one.</summary>
    /// <param name="system">The system, which does not log there yet.</param>
    /// <param name="prefix">Stands in front of each of its lines.</param>
    protected void InitializeLogger(ActorSystem system, string prefix)
    {
        if (Output is not { } output)
            return;

        var logger = ((ExtendedActorSystem)system).SystemActorOf(
            Props.Create(() => new TestOutputLogger(output, prefix)), "log-test");
        logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), Dilated(TestKitSettings.DefaultTimeout))
            .GetAwaiter().GetResult();
    }
}
