namespace Runtime.Tests.Stress;

/// <summary>These tests measure the process or keep all processors busy, so nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "Runs alone";
}
