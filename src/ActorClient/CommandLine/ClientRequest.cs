using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient.Conversation;

namespace ActorClient.CommandLine;

/// <summary>What a command line asks for.</summary>
internal abstract record ClientRequest
{
    private ClientRequest()
    {
    }

    /// <summary>A conversation with a classic or greeting listener.</summary>
    /// <param name="Options">With whom, about what, for how long.</param>
    public sealed record Converse(ClientOptions Options) : ClientRequest;

    /// <summary>What needs a session with the server.</summary>
    /// <param name="Server">Where the server is and how long it may take.</param>
    /// <param name="Round">The round.</param>
    /// <param name="Json">Whether standard output is for programs: a JSON object an event.</param>
    public abstract record OfRound(ArbiterClientOptions Server, RoundName Round, bool Json) : ClientRequest;

    /// <summary>Takes part in a named round.</summary>
    /// <param name="Server">Where the server is and how long it may take.</param>
    /// <param name="Round">The round.</param>
    /// <param name="Message">Who takes part, and what is sent.</param>
    /// <param name="Terms">What the round is opened with.</param>
    /// <param name="When">When the message is sent.</param>
    /// <param name="Json">Whether standard output is for programs.</param>
    public sealed record Join(
        ArbiterClientOptions Server, RoundName Round, ClientMessage Message, RoundTerms Terms, SendMoment When, bool Json)
        : OfRound(Server, Round, Json);

    /// <summary>Claims something of which there is one.</summary>
    /// <param name="Server">Where the server is and how long it may take.</param>
    /// <param name="Round">What is claimed.</param>
    /// <param name="Message">Who claims it, and what is left in the record.</param>
    /// <param name="LostCode">The exit code of who was not first.</param>
    /// <param name="Command">What the winner runs, with its arguments; empty if nothing.</param>
    /// <param name="Json">Whether standard output is for programs.</param>
    public sealed record Claim(
        ArbiterClientOptions Server,
        RoundName Round,
        ClientMessage Message,
        int LostCode,
        IReadOnlyList<string> Command,
        bool Json)
        : OfRound(Server, Round, Json);

    /// <summary>Tells what happens in a round.</summary>
    /// <param name="Server">Where the server is and how long it may take.</param>
    /// <param name="Round">The round.</param>
    /// <param name="Json">Whether standard output is for programs.</param>
    public sealed record Watch(ArbiterClientOptions Server, RoundName Round, bool Json) : OfRound(Server, Round, Json);

    /// <summary>Asks for the verdict of a decided round.</summary>
    /// <param name="Server">Where the server is and how long it may take.</param>
    /// <param name="Round">The round.</param>
    /// <param name="Json">Whether standard output is for programs.</param>
    public sealed record Result(ArbiterClientOptions Server, RoundName Round, bool Json) : OfRound(Server, Round, Json);
}
