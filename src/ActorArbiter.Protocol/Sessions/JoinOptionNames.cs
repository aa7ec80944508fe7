namespace ActorArbiter.Protocol.Sessions;

/// <summary>The names of <see cref="JoinOptions"/> on the wire.</summary>
public static class JoinOptionNames
{
    /// <summary>The name of <see cref="JoinOptions.Of"/>.</summary>
    public const string Of = "of";

    /// <summary>The name of <see cref="JoinOptions.Window"/>.</summary>
    public const string Window = "window";

    /// <summary>The name of <see cref="JoinOptions.Deadline"/>.</summary>
    public const string Deadline = "deadline";

    /// <summary>The name of <see cref="JoinOptions.StartReady"/>.</summary>
    public const string Start = "start";

    /// <summary>The name of <see cref="JoinOptions.Key"/>.</summary>
    public const string Key = "key";

    /// <summary>The name of <see cref="JoinOptions.Brief"/>.</summary>
    public const string Brief = "brief";
}
