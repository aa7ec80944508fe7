using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Runtime.Tests.Hosting;

/// <summary>Keeps what is logged through the host's logger factory, for one reader.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries.Writer);

    /// <summary>The next entry that says <paramref name="text"/>; the ones before it are passed over.</summary>
    public async Task<Entry> Next(string text)
    {
        using var patience = new CancellationTokenSource(HostFixture.Patience);
        await foreach (var entry in _entries.Reader.ReadAllAsync(patience.Token))
        {
            if (entry.Message.Contains(text, StringComparison.Ordinal))
                return entry;
        }

        throw new InvalidOperationException($"The log ended without '{text}'.");
    }

    public void Dispose() => _entries.Writer.TryComplete();

    internal sealed record Entry(string Category, LogLevel Level, string Message, Exception? Exception);

    private sealed class Logger : ILogger
    {
        private readonly string _category;
        private readonly ChannelWriter<Entry> _entries;

        public Logger(string category, ChannelWriter<Entry> entries)
        {
            _category = category;
            _entries = entries;
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            _entries.TryWrite(new Entry(_category, logLevel, formatter(state, exception), exception));
    }
}
