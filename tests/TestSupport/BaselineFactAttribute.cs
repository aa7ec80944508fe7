using Akka.Actor;

namespace TestSupport;

/// <summary>
/// A test of behaviour that Akka.NET 1.5.30 has, and this runtime with it, but later releases have not. On the packages
/// of a later release it is skipped, and the reason is what the run shows.
/// </summary>
public sealed class BaselineFactAttribute : FactAttribute
{
    private static readonly Version Baseline = new(1, 5, 30, 0);

    /// <param name="laterBehaviour">What a later release of Akka.NET does instead, and which.</param>
    public BaselineFactAttribute(string laterBehaviour)
    {
        LaterBehaviour = laterBehaviour;
        if (typeof(ActorSystem).Assembly.GetName().Version > Baseline)
            Skip = laterBehaviour;
    }

    /// <summary>What a later release of Akka.NET does instead, and which.</summary>
    public string LaterBehaviour { get; }
}
