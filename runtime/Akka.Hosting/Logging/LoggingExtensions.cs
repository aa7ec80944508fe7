using Akka.Event;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Configures the loggers of a hosted actor system.</summary>
public static class LoggingExtensions
{
    /// <summary>
    /// Sets log level and loggers of the system, in front of the HOCON added before. Each call starts anew from the
    /// defaults of <see cref="LoggerConfigBuilder"/>.
    /// </summary>
    /// <param name="builder">The builder of the system.</param>
    /// <param name="configurator">Changes the defaults.</param>
    public static AkkaConfigurationBuilder ConfigureLoggers(
        this AkkaConfigurationBuilder builder, Action<LoggerConfigBuilder> configurator)
    {
        ArgumentNullException.ThrowIfNull(configurator);
        var loggers = new LoggerConfigBuilder(builder);
        configurator(loggers);
        return builder.AddConfiguration(loggers.ToConfig(), HoconAddMode.Prepend);
    }

    /// <summary>Adds <see cref="DefaultLogger"/>, which writes to the console.</summary>
    /// <param name="configBuilder">The loggers to add to.</param>
    public static LoggerConfigBuilder AddDefaultLogger(this LoggerConfigBuilder configBuilder) =>
        configBuilder.AddLogger<DefaultLogger>();

    /// <summary>Adds a logger that writes to the host's <see cref="ILoggerFactory"/>.</summary>
    /// <param name="configBuilder">The loggers to add to.</param>
    public static LoggerConfigBuilder AddLoggerFactory(this LoggerConfigBuilder configBuilder) =>
        configBuilder.AddLogger<LoggerFactoryLogger>();

    /// <summary>Adds a logger that writes to <paramref name="loggerFactory"/>, whatever the host has.</summary>
    /// <param name="configBuilder">The loggers to add to.</param>
    /// <param name="loggerFactory">The factory; the system does not dispose of it.</param>
    public static LoggerConfigBuilder AddLoggerFactory(
        this LoggerConfigBuilder configBuilder, ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        configBuilder.Builder.AddSetup(new LoggerFactorySetup(loggerFactory));
        return configBuilder.AddLoggerFactory();
    }
}
