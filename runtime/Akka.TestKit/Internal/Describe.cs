using System.Globalization;
using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>Words for what appears in a failure: messages, types, senders, times.</summary>
internal static class Describe
{
    private const int LongestMessage = 1000;

    public static string Message(object? message) =>
        message is null ? "null" : $"{Text(message)} ({Type(message.GetType())})";

    public static string Envelope(MessageEnvelope envelope) =>
        $"{Message(envelope.Message)} from {Sender(envelope.Sender)}";

    public static string Messages<T>(IEnumerable<T> messages) =>
        "[" + string.Join(", ", messages.Select(message => Message(message))) + "]";

    public static string Sender(IActorRef? sender) => sender is null ? "nobody" : $"[{sender.Path}]";

    public static string Type(Type type)
    {
        if (!type.IsGenericType)
            return type.Name;

        var name = type.Name;
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Type));
        return arity < 0 ? name : $"{name[..arity]}<{arguments}>";
    }

    public static string Time(TimeSpan time) => time.TotalSeconds < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string Text(object message)
    {
        string text;
        try
        {
            text = message is string words ? $"\"{words}\"" : message.ToString() ?? "";
        }
        catch (Exception e)
        {
            // A failure must be shown even when the message cannot show itself.
            text = $"<ToString failed: {e.Message}>";
        }

        return text.Length <= LongestMessage ? text : text[..LongestMessage] + "...";
    }
}
