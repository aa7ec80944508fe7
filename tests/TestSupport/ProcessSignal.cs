namespace TestSupport;

/// <summary>The signals that tests send, by their POSIX numbers.</summary>
public enum ProcessSignal
{
    /// <summary>Ctrl-C.</summary>
    Interrupt = 2,

    /// <summary>The end, which no program can put off: <c>kill -9</c>.</summary>
    Kill = 9,

    /// <summary>A request to end.</summary>
    Terminate = 15,

    /// <summary>Goes on after <see cref="Stop"/>. Linux's number.</summary>
    Continue = 18,

    /// <summary>Pauses the process, which cannot prevent it. Linux's number.</summary>
    Stop = 19,
}
