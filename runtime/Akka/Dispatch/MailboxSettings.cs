using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>What a section of the configuration says about mailboxes. One instance serves all mailboxes of the section.</summary>
internal sealed class MailboxSettings
{
    private readonly int _capacity;
    private readonly TimeSpan _pushTimeout;

    internal MailboxSettings(string id, Config config)
    {
        StashCapacity = config.GetInt("stash-capacity", -1);
        if (!IsBounded(id, config.GetString("mailbox-type") ?? ""))
        {
            return;
        }

        _capacity = config.GetInt("mailbox-capacity");
        _pushTimeout = config.GetTimeSpan("mailbox-push-timeout-time");
        if (_capacity < 1)
        {
            throw new ConfigurationException($"Mailbox {id}: mailbox-capacity must be 1 or more.");
        }
    }

    /// <summary>How many messages a stash holds; not above zero: any number.</summary>
    internal int StashCapacity { get; }

    /// <summary>The bound of a new mailbox; null if it has none.</summary>
    internal MailboxBound? CreateBound() => _capacity == 0 ? null : new MailboxBound(_capacity, _pushTimeout);

    private static bool IsBounded(string id, string type) =>
        type.Split(',')[0] switch
        {
            // Every mailbox here can take a message back at its front.
            "Akka.Dispatch.UnboundedMailbox" or "Akka.Dispatch.UnboundedDequeBasedMailbox" => false,
            "Akka.Dispatch.BoundedMailbox" or "Akka.Dispatch.BoundedDequeBasedMailbox" => true,
            _ => throw new ConfigurationException(
                $"Mailbox {id}: the mailbox-type '{type}' is not supported; use Akka.Dispatch.UnboundedMailbox or "
                + "Akka.Dispatch.BoundedMailbox."),
        };
}
