namespace ActorArbiter.Settings;

/// <summary>
/// A setting that is unknown, missing or wrong. The message is one line, fit to be shown as it is: it names the
/// setting, its value, where it came from and what was expected.
/// </summary>
public sealed class SettingsException : Exception
{
    /// <inheritdoc/>
    public SettingsException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public SettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
