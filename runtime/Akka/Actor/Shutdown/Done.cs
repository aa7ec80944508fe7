namespace Akka;

/// <summary>The result of something that is done and has no other result.</summary>
public sealed class Done
{
    /// <summary>The only instance.</summary>
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
