using Akka.Actor.Setup;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Logging;

/// <summary>Carries the factory that <see cref="LoggerFactoryLogger"/> writes to into the system.</summary>
public sealed class LoggerFactorySetup : Setup
{
    /// <param name="loggerFactory">The factory; the system does not dispose of it.</param>
    public LoggerFactorySetup(ILoggerFactory loggerFactory) => LoggerFactory = loggerFactory;

    /// <summary>The factory to write to.</summary>
    public ILoggerFactory LoggerFactory { get; }
}
