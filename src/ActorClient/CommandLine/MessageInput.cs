using System.Text;
using ActorArbiter.Protocol;
using ActorClient.Terminal;

namespace ActorClient.CommandLine;

/// <summary>
/// Gets the message together: from the command line, and from the person at the terminal what is missing there.
/// </summary>
internal static class MessageInput
{
    /// <exception cref="UsageException">An id or a text is missing or is not one.</exception>
    public static ClientMessage Read(string? id, string? text, ClientConsole console)
    {
        if ((id is null || text is null) && !console.CanAsk)
        {
            var missing = id is null ? "an id and a text" : "a text";
            throw new UsageException($"missing: {missing} to send, as in arbiter-client X Alice");
        }

        var contender = id is null
            ? Ask<ContenderId>("Your id, such as X: ", TryReadId, console)
            : Given<ContenderId>(id, TryReadId);
        return text is null
            ? Ask("Your message, such as Alice: ", MessageOf(contender), console)
            : Given(text, MessageOf(contender));
    }

    /// <summary>The message of <paramref name="id"/> that says <paramref name="text"/>.</summary>
    /// <exception cref="UsageException">The id or the text is not one.</exception>
    public static ClientMessage Check(string id, string text) =>
        Given(text, MessageOf(Given<ContenderId>(id, TryReadId)));

    private delegate bool Reader<T>(string words, out T value, out string problem);

    private static T Given<T>(string words, Reader<T> read) =>
        read(words, out var value, out var problem) ? value : throw new UsageException(problem);

    private static T Ask<T>(string question, Reader<T> read, ClientConsole console)
    {
        while (true)
        {
            console.Error.Write(question);
            if (console.In.ReadLine() is not { } answer)
            {
                console.Error.WriteLine();
                throw new UsageException("nothing was entered");
            }

            if (read(answer.Trim(), out var value, out var problem))
                return value;
            console.Error.WriteLine(problem);
        }
    }

    private static bool TryReadId(string words, out ContenderId id, out string problem)
    {
        problem = $"'{words}' is not an id: an id has {ContenderId.Grammar}";
        return ContenderId.TryParse(words, out id);
    }

    private static Reader<ClientMessage> MessageOf(ContenderId id) =>
        (string words, out ClientMessage message, out string problem) => TryCreate(id, words, out message, out problem);

    /// <summary>Asks the parser that the server uses, so that what passes here is understood there.</summary>
    private static bool TryCreate(ContenderId id, string text, out ClientMessage message, out string problem)
    {
        message = new ClientMessage(id, text);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            problem = "the message contains control characters";
            return false;
        }

        var accepted = MessageParser.TryParse(Encoding.UTF8.GetBytes(message.ToString()), out var parsed, out problem);
        if (accepted)
            message = new ClientMessage(id, parsed.Text);
        return accepted;
    }
}
