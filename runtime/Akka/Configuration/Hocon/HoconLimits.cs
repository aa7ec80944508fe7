namespace Akka.Configuration.Hocon;

/// <summary>What a text may ask for, so that a hostile one ends in an error and not in a dead process.</summary>
internal static class HoconLimits
{
    /// <summary>Levels of objects, lists, includes and of substitutions within substitutions.</summary>
    public const int Depth = 200;

    /// <summary>Characters and list items that substitutions may make out of a text.</summary>
    public const int Expansion = 4_000_000;
}
