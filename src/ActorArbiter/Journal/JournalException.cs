namespace ActorArbiter.Journal;

/// <summary>
/// A journal cannot be used. The message is one line, fit to be shown as it is: it names the file, the reason, and what to do.
/// </summary>
internal sealed class JournalException : Exception
{
    /// <inheritdoc/>
    public JournalException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
