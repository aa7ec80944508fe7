using System.Globalization;
using Akka.Event;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace ActorArbiter.Hosting;

/// <summary>One line an event, for people: <c>13:42:30.335 warning connection 1.7 was lost: reset by peer</c>.</summary>
internal sealed class StderrFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "stderr";

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        // An actor's event brings its own time, thread and path in its text; the message alone is wanted here.
        var (time, message) = logEntry.State is LogEvent actors
            ? (actors.Timestamp.ToLocalTime(), actors.Message.ToString())
            : (DateTime.Now, logEntry.Formatter(logEntry.State, logEntry.Exception));
        textWriter.Write(time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture));
        textWriter.Write(' ');
        textWriter.Write(LevelName(logEntry.LogLevel));
        textWriter.Write(' ');
        textWriter.WriteLine(message);
        if (logEntry.Exception is { } exception)
            textWriter.WriteLine(exception);
    }

    private static string LevelName(Microsoft.Extensions.Logging.LogLevel level) => level switch
    {
        Microsoft.Extensions.Logging.LogLevel.Critical or Microsoft.Extensions.Logging.LogLevel.Error => "error",
        Microsoft.Extensions.Logging.LogLevel.Warning => "warning",
        Microsoft.Extensions.Logging.LogLevel.Information => "info",
        _ => "debug",
    };
}
