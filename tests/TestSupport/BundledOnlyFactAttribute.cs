namespace TestSupport;

/// <summary>
/// A test of behaviour that the bundled runtime has and Akka.NET 1.5.30 has not. On Akka.NET's packages it is
/// skipped, and the reason is what the run shows.
/// </summary>
public sealed class BundledOnlyFactAttribute : FactAttribute
{
    /// <param name="packagesBehaviour">What Akka.NET 1.5.30 does instead.</param>
    public BundledOnlyFactAttribute(string packagesBehaviour)
    {
        PackagesBehaviour = packagesBehaviour;
#if AKKA_PACKAGES
        Skip = packagesBehaviour;
#endif
    }

    /// <summary>What Akka.NET 1.5.30 does instead.</summary>
    public string PackagesBehaviour { get; }
}
