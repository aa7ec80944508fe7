using Akka.Actor;

namespace Akka.Configuration;

/// <summary>
/// A configuration cannot be read, or a value in it is not what its reader needs. The message names the file, the line
/// and the column or the path of the value, what was found there and what was expected.
/// </summary>
public class ConfigurationException : AkkaException
{
    /// <param name="message">What is wrong, and where.</param>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong, and where.</param>
    /// <param name="exception">The error behind it, such as a file that could not be read.</param>
    public ConfigurationException(string message, Exception exception)
        : base(message, exception)
    {
    }

    /// <summary>The error of a <typeparamref name="T"/> that needs a configuration and was given none.</summary>
    /// <param name="path">The missing section, if it was one section of a configuration.</param>
    public static ConfigurationException NullOrEmptyConfig<T>(string? path = null) =>
        new(string.IsNullOrWhiteSpace(path)
            ? $"{typeof(T).Name} needs a configuration, but was given none or an empty one."
            : $"{typeof(T).Name} needs the configuration section '{path}', which is missing or empty.");
}
