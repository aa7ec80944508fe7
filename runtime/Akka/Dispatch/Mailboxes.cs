using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The kinds of mailboxes of an actor system, read from their sections of the configuration on first use.</summary>
internal sealed class Mailboxes(Config config)
{
    private const string DefaultMailboxId = "akka.actor.default-mailbox";

    private readonly ConcurrentDictionary<string, MailboxSettings> _known = new();

    internal MailboxSettings Default { get; } = new(DefaultMailboxId, config.GetConfig(DefaultMailboxId)!);

    /// <summary>The mailbox for an actor: as it asks for itself, else as its dispatcher's section says.</summary>
    /// <exception cref="ConfigurationException">There is no such section, or something is wrong in it.</exception>
    internal MailboxSettings For(string? id, MessageDispatcher dispatcher)
    {
        if (id is null && !dispatcher.Configurator.Config.HasPath("mailbox-type"))
        {
            return Default;
        }

        return _known.GetOrAdd(id ?? dispatcher.Id, Read);
    }

    private MailboxSettings Read(string id)
    {
        var section = config.GetConfig(id)
            ?? throw new ConfigurationException($"Mailbox {id} is not configured: the configuration has no such section.");
        return new MailboxSettings(id, section.WithFallback(config.GetConfig(DefaultMailboxId)));
    }
}
