using System.IO.Enumeration;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>What <c>akka.actor.deployment</c> says actors run on.</summary>
internal sealed class Deployment
{
    private readonly Rule[] _rules;

    internal Deployment(Config config)
    {
        var deployment = config.GetConfig("akka.actor.deployment");
        _rules = deployment is null ? [] : [.. deployment.AsEnumerable().Select(entry => ReadRule(deployment, entry.Key))];
    }

    /// <summary>The ids of the dispatcher and the mailbox of a new actor; null for the default.</summary>
    internal (string? Dispatcher, string? Mailbox) For(Props props, ActorPath path)
    {
        var dispatcher = props.NamesDispatcher ? props.Dispatcher : null;
        var rule = _rules.Length == 0 ? null : Find([.. path.Elements]);
        return rule is null
            ? (dispatcher, props.Mailbox)
            : (rule.Dispatcher ?? dispatcher, rule.Mailbox ?? props.Mailbox);
    }

    private static Rule ReadRule(Config deployment, string path)
    {
        var section = deployment.GetConfig($"\"{path}\"");
        return new Rule(
            path.Split('/', StringSplitOptions.RemoveEmptyEntries),
            section?.GetString("dispatcher") is { Length: > 0 } dispatcher ? dispatcher : null,
            section?.GetString("mailbox") is { Length: > 0 } mailbox ? mailbox : null);
    }

    private Rule? Find(string[] elements) =>
        elements is ["user", .. var below] ? Array.Find(_rules, rule => rule.Matches(below)) : null;

    private sealed record Rule(string[] Path, string? Dispatcher, string? Mailbox)
    {
        internal bool Matches(string[] elements) =>
            elements.Length == Path.Length
            && Path.Zip(elements).All(pair => FileSystemName.MatchesSimpleExpression(pair.First, pair.Second, ignoreCase: false));
    }
}
