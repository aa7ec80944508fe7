namespace ActorClient.Programs;

/// <summary>Writes what is not worth failing for, until an output takes nothing.</summary>
internal sealed class OutputAttempts
{
    /// <summary>Why something could not be written; nothing was tried after it.</summary>
    public IOException? Failure { get; private set; }

    /// <summary>Writes something, unless that failed before.</summary>
    public void Try(Action write)
    {
        if (Failure is not null)
            return;
        try
        {
            write();
        }
        catch (IOException e)
        {
            Failure = e;
        }
    }
}
