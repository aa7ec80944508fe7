namespace Akka.Event;

/// <summary>
/// Writes log events to the console, in colours by level. Never waits for it: a console that takes nothing costs log
/// lines, not the time of whoever logs.
/// </summary>
public class StandardOutLogger : MinimalLogger
{
    /// <summary>The colour of debug events.</summary>
    public static ConsoleColor DebugColor { get; set; } = ConsoleColor.Gray;

    /// <summary>The colour of info events.</summary>
    public static ConsoleColor InfoColor { get; set; } = ConsoleColor.White;

    /// <summary>The colour of warnings.</summary>
    public static ConsoleColor WarningColor { get; set; } = ConsoleColor.Yellow;

    /// <summary>The colour of errors.</summary>
    public static ConsoleColor ErrorColor { get; set; } = ConsoleColor.Red;

    /// <summary>Whether colours are used. They never are when the output is not a terminal.</summary>
    public static bool UseColors { get; set; } = true;

    /// <inheritdoc/>
    protected override void Log(object message)
        => ConsoleWriter.WriteLine(message.ToString() ?? "", UseColors && message is LogEvent e ? ColorOf(e) : null);

    private static ConsoleColor ColorOf(LogEvent logEvent) => logEvent.LogLevel() switch
    {
        LogLevel.DebugLevel => DebugColor,
        LogLevel.InfoLevel => InfoColor,
        LogLevel.WarningLevel => WarningColor,
        _ => ErrorColor
    };
}
