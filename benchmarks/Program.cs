using BenchmarkDotNet.Running;
using Benchmarks.Actors;
using Benchmarks.Arbiter;

// "idle-actors" weighs memory, which is no question of time, and what is asked of the arbiter as a whole needs it in a
// process of its own. Everything else is BenchmarkDotNet's command line.
if (args is ["idle-actors"])
    return IdleActors.Run(Console.Out);
if (ArbiterCommandLine.Handles(args))
    return ArbiterCommandLine.Run(args);

BenchmarkSwitcher.FromAssembly(typeof(IdleActors).Assembly).Run(args);
return 0;
