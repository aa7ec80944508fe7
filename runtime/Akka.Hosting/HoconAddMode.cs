namespace Akka.Hosting;

/// <summary>How added HOCON is merged with the HOCON that a builder already has.</summary>
public enum HoconAddMode
{
    /// <summary>Behind it: a fallback, used for the keys that were not set before.</summary>
    Append,

    /// <summary>In front of it: keys set by both take the added value.</summary>
    Prepend,

    /// <summary>Instead of it: everything added before is dropped, by whichever call it came.</summary>
    Replace,
}
