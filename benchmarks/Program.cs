using BenchmarkDotNet.Running;
using Benchmarks.Actors;

// "idle-actors" weighs memory, which is no question of time; everything else is BenchmarkDotNet's command line.
if (args is ["idle-actors"])
    return IdleActors.Run(Console.Out);

BenchmarkSwitcher.FromAssembly(typeof(IdleActors).Assembly).Run(args);
return 0;
