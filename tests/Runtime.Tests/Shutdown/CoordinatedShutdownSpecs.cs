using System.Collections.Concurrent;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Shutdown;

public sealed class CoordinatedShutdownSpecs : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // For tests after which the shutdown cannot terminate the actor system: Terminate does it by itself.
    private const string TerminateAlone = "akka.coordinated-shutdown.run-by-actor-system-terminate = off\n";

    private const string Cycle = TerminateAlone + """
        akka.coordinated-shutdown.phases {
          flush-journal { depends-on = [seal-journal] }
          seal-journal { depends-on = [flush-journal] }
        }
        """;

    private readonly ConcurrentQueue<string> _ran = new();
    private readonly List<ActorSystem> _systems = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Task.WhenAll(_systems.Select(system => system.Terminate().WaitAsync(Patience)));

    [Fact]
    public async Task Phases_run_in_the_order_of_their_dependencies()
    {
        var shutdown = Start();
        Add(shutdown, CoordinatedShutdown.PhaseBeforeActorSystemTerminate);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind);
        Add(shutdown, CoordinatedShutdown.PhaseBeforeServiceUnbind);
        Add(shutdown, CoordinatedShutdown.PhaseServiceRequestsDone);

        await Run(shutdown);

        Assert.Equal(
            [
                "before-service-unbind", "service-unbind", "service-requests-done", "service-stop",
                "before-actor-system-terminate"
            ],
            _ran);
    }

    [Fact]
    public async Task The_tasks_of_a_phase_run_at_the_same_time()
    {
        var shutdown = Start();
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "first", () => Meet(first, second.Task));
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "second", () => Meet(second, first.Task));

        await Run(shutdown);

        Assert.Equal(2, _ran.Count);
    }

    [Fact]
    public async Task A_phase_waits_for_the_one_before()
    {
        var shutdown = Start();
        var unbound = new TaskCompletionSource<Done>();
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceUnbind, "unbind", () => unbound.Task);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        var run = shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
        Assert.False(run.IsCompleted);
        Assert.Empty(_ran);
        unbound.SetResult(Done.Instance);
        await run.WaitAsync(Patience);

        Assert.Equal(["service-stop"], _ran);
    }

    [Fact]
    public async Task It_runs_once_and_keeps_its_first_reason()
    {
        var shutdown = Start();
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);
        Assert.Null(shutdown.ShutdownReason);

        var first = shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);
        var second = shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
        await Task.WhenAll(first, second).WaitAsync(Patience);

        Assert.Same(CoordinatedShutdown.ClrExitReason.Instance, shutdown.ShutdownReason);
        Assert.Equal(["service-stop"], _ran);
    }

    [Fact]
    public async Task It_can_begin_at_a_later_phase()
    {
        var shutdown = Start();
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);
        Add(shutdown, CoordinatedShutdown.PhaseBeforeActorSystemTerminate);

        await shutdown.Run(CoordinatedShutdown.UnknownReason.Instance, CoordinatedShutdown.PhaseServiceStop)
            .WaitAsync(Patience);

        Assert.Equal(["service-stop", "before-actor-system-terminate"], _ran);
    }

    [BundledOnlyFact("an unknown phase to begin at ends the shutdown at once, without an error")]
    public Task A_phase_to_begin_at_must_exist()
        => Assert.ThrowsAsync<ArgumentException>(
            () => Start().Run(CoordinatedShutdown.UnknownReason.Instance, "nowhere"));

    [Fact]
    public async Task A_task_that_fails_does_not_keep_the_next_phase_from_running()
    {
        var shutdown = Start();
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind, "throws", () => throw new InvalidOperationException("stuck"));
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind,
            "fails",
            () => Task.FromException<Done>(new InvalidOperationException("stuck")));
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        await Run(shutdown);

        Assert.Equal(["service-unbind", "service-stop"], _ran);
    }

    [Fact]
    public async Task A_failure_in_a_phase_that_does_not_recover_ends_the_shutdown()
    {
        var shutdown = Start(
            TerminateAlone + "akka.coordinated-shutdown.phases.service-unbind.recover = off");
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind,
            "fails",
            () => Task.FromException<Done>(new InvalidOperationException("stuck")));
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => Run(shutdown));

        Assert.Contains("stuck", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_ran);
        Assert.False(shutdown.System.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task A_phase_that_takes_too_long_is_left_behind()
    {
        var shutdown = Start("akka.coordinated-shutdown.phases.service-unbind.timeout = 50ms");
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind, "hangs", () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        await Run(shutdown);

        Assert.Equal(["service-stop"], _ran);
    }

    [Fact]
    public async Task A_phase_that_takes_too_long_and_does_not_recover_ends_the_shutdown()
    {
        var shutdown = Start(
            TerminateAlone + "akka.coordinated-shutdown.phases.service-unbind { timeout = 50ms, recover = off }");
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind, "hangs", () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => Run(shutdown));

        Assert.Contains("service-unbind", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(TimeoutException), error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_ran);
    }

    [BundledOnlyFact("the task runs in the thread that runs the shutdown, and holds up the timeout")]
    public async Task A_task_that_blocks_does_not_hold_up_the_timeout_of_its_phase()
    {
        using var released = new ManualResetEventSlim();
        var shutdown = Start("akka.coordinated-shutdown.phases.service-unbind.timeout = 50ms");
        shutdown.AddTask(
            CoordinatedShutdown.PhaseServiceUnbind,
            "blocks",
            () =>
            {
                released.Wait();
                return Task.FromResult(Done.Instance);
            });
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        await Run(shutdown);
        released.Set();

        Assert.Equal(["service-stop"], _ran);
    }

    [Fact]
    public async Task A_phase_can_be_put_between_others()
    {
        var shutdown = Start("""
            akka.coordinated-shutdown.phases {
              flush-journal { depends-on = [service-requests-done] }
              service-stop { depends-on = [flush-journal] }
            }
            """);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);
        Add(shutdown, "flush-journal");
        Add(shutdown, CoordinatedShutdown.PhaseServiceRequestsDone);

        await Run(shutdown);

        Assert.Equal(["service-requests-done", "flush-journal", "service-stop"], _ran);
    }

    [Fact]
    public void A_task_for_a_phase_that_does_not_exist_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(() => Add(Start(), "service-unbound"));

        Assert.Contains("service-unbound", error.Message, StringComparison.Ordinal);
        Assert.Contains("service-unbind", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Phases_that_depend_on_each_other_are_refused()
        => Assert.Throws<ArgumentException>(() => Start(Cycle));

    [BundledOnlyFact("the error names one phase of the cycle")]
    public void The_error_about_phases_that_depend_on_each_other_shows_how()
    {
        var error = Assert.Throws<ArgumentException>(() => Start(Cycle));

        Assert.Contains("flush-journal -> seal-journal", error.Message, StringComparison.Ordinal);
    }

    [BundledOnlyFact("it fails when the phase runs, if it has tasks")]
    public void A_dependency_that_is_no_phase_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => Start(TerminateAlone + "akka.coordinated-shutdown.phases.service-stop.depends-on = [flush-journal]"));

        Assert.Contains("service-stop", error.Message, StringComparison.Ordinal);
        Assert.Contains("flush-journal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Timeouts_are_those_of_the_configuration()
    {
        var shutdown = Start("""
            akka.coordinated-shutdown {
              default-phase-timeout = 7s
              phases.service-stop.timeout = 3s
            }
            """);

        Assert.Equal(TimeSpan.FromSeconds(7), shutdown.Timeout(CoordinatedShutdown.PhaseServiceUnbind));
        Assert.Equal(TimeSpan.FromSeconds(3), shutdown.Timeout(CoordinatedShutdown.PhaseServiceStop));
        Assert.Equal(TimeSpan.FromSeconds(10), shutdown.Timeout(CoordinatedShutdown.PhaseActorSystemTerminate));
        Assert.Throws<ArgumentException>(() => shutdown.Timeout("nowhere"));
    }

    [Fact]
    public void The_total_timeout_is_that_of_the_phases_with_tasks()
    {
        var shutdown = Start("akka.coordinated-shutdown.phases.service-stop.timeout = 3s");
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        // 10 s are those of the last phase, which terminates the actor system.
        Assert.Equal(TimeSpan.FromSeconds(13), shutdown.TotalTimeout);
    }

    [Fact]
    public async Task The_last_phase_terminates_the_actor_system()
    {
        var shutdown = Start();

        await Run(shutdown);

        await shutdown.System.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task Terminating_the_actor_system_runs_the_phases()
    {
        var shutdown = Start();
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        await shutdown.System.Terminate().WaitAsync(Patience);

        Assert.Equal(["service-stop"], _ran);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Terminating_the_actor_system_can_be_kept_from_running_the_phases()
    {
        var shutdown = Start(TerminateAlone);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop);

        await shutdown.System.Terminate().WaitAsync(Patience);

        Assert.Empty(_ran);
        Assert.Null(shutdown.ShutdownReason);
    }

    [Fact]
    public async Task The_last_phase_can_be_kept_from_terminating_the_actor_system()
    {
        var shutdown = Start(TerminateAlone + "akka.coordinated-shutdown.terminate-actor-system = off");

        await Run(shutdown);

        Assert.False(shutdown.System.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void An_actor_system_has_one_shutdown()
    {
        var shutdown = Start();

        Assert.Same(shutdown, CoordinatedShutdown.Get(shutdown.System));
    }

    private static Task<Done> Run(CoordinatedShutdown shutdown)
        => shutdown.Run(CoordinatedShutdown.UnknownReason.Instance).WaitAsync(Patience);

    private CoordinatedShutdown Start(string config = "")
    {
        var system = ActorSystem.Create("shutdown", "akka.loglevel = OFF, akka.stdout-loglevel = OFF\n" + config);
        _systems.Add(system);
        return CoordinatedShutdown.Get(system);
    }

    private void Add(CoordinatedShutdown shutdown, string phase) => shutdown.AddTask(phase, phase, () =>
    {
        _ran.Enqueue(phase);
        return Task.FromResult(Done.Instance);
    });

    private async Task<Done> Meet(TaskCompletionSource here, Task there)
    {
        here.SetResult();
        await there.WaitAsync(Patience);
        _ran.Enqueue("met");
        return Done.Instance;
    }
}
