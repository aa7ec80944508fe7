namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// What a client says in a session, a line each. <c>ToString</c> gives the line as it is sent, without its end.
/// </summary>
public readonly record struct SessionCommand
{
    private readonly JoinOptions? _options;

    private SessionCommand(
        SessionCommandKind kind, RoundName round = default, ContenderId? id = null, JoinOptions? options = null, string? text = null)
    {
        Kind = kind;
        Round = round;
        Id = id;
        _options = options;
        Text = text;
    }

    /// <summary>LEAVE.</summary>
    public static SessionCommand Leave { get; } = new(SessionCommandKind.Leave);

    /// <summary>HELP.</summary>
    public static SessionCommand Help { get; } = new(SessionCommandKind.Help);

    /// <summary>QUIT.</summary>
    public static SessionCommand Quit { get; } = new(SessionCommandKind.Quit);

    /// <summary>What the client wants.</summary>
    public SessionCommandKind Kind { get; }

    /// <summary>The round that JOIN, WATCH and RESULT name; it need not be open yet.</summary>
    public RoundName Round { get; }

    /// <summary>
    /// Who joins, or who a message says it is from; <see langword="null"/> for <c>SEND</c>, which names nobody.
    /// </summary>
    public ContenderId? Id { get; }

    /// <summary>What else JOIN says.</summary>
    public JoinOptions Options => _options ?? JoinOptions.None;

    /// <summary>
    /// What a message says, or what PONG is to repeat, if anything: 1 to 256 UTF-8 bytes without control characters.
    /// </summary>
    public string? Text { get; }

    /// <summary>JOIN.</summary>
    /// <param name="round">The round.</param>
    /// <param name="id">Who joins.</param>
    /// <param name="options">What else is said.</param>
    public static SessionCommand Join(RoundName round, ContenderId id, JoinOptions options) =>
        new(SessionCommandKind.Join, round, id, options);

    /// <summary>A message.</summary>
    /// <param name="id">Who it says it is from; <see langword="null"/> for <c>SEND</c>.</param>
    /// <param name="text">What is said.</param>
    public static SessionCommand Message(ContenderId? id, string text) => new(SessionCommandKind.Message, id: id, text: text);

    /// <summary>WATCH.</summary>
    public static SessionCommand Watch(RoundName round) => new(SessionCommandKind.Watch, round);

    /// <summary>RESULT.</summary>
    public static SessionCommand Result(RoundName round) => new(SessionCommandKind.Result, round);

    /// <summary>PING.</summary>
    /// <param name="text">What PONG is to repeat, if anything.</param>
    public static SessionCommand Ping(string? text) => new(SessionCommandKind.Ping, text: text);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        SessionCommandKind.Join => $"{CommandSyntax.JoinWord} {Round} {Id} {Options}".TrimEnd(),
        SessionCommandKind.Message when Id is { } id => new ClientMessage(id, Text!).ToString(),
        SessionCommandKind.Message => $"{CommandSyntax.SendWord} {Text}",
        SessionCommandKind.Leave => CommandSyntax.LeaveWord,
        SessionCommandKind.Watch => $"{CommandSyntax.WatchWord} {Round}",
        SessionCommandKind.Result => $"{CommandSyntax.ResultWord} {Round}",
        SessionCommandKind.Ping => Text is null ? CommandSyntax.PingWord : $"{CommandSyntax.PingWord} {Text}",
        SessionCommandKind.Help => CommandSyntax.HelpWord,
        SessionCommandKind.Quit => CommandSyntax.QuitWord,
        _ => "",
    };
}
