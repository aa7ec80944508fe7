namespace ActorClient.CommandLine;

/// <summary>What the help text of a command says beside its arguments and options.</summary>
internal static class HelpTexts
{
    private const string OwnFailures = """
        2  wrong usage               5  refused by the server
        3  cannot connect            6  connection lost
        4  timed out                 130 or 143  interrupted, the round is left
        """;

    /// <summary>How a command is written; in angle brackets what is to be filled in.</summary>
    public static string Usage(string command) => command switch
    {
        ClaimCommand.Name => "arbiter-client claim <round> --as <ID> [options] [-- <command>...]",
        WatchCommand.Name or ResultCommand.Name => $"arbiter-client {command} <round> [options]",
        _ => """
            arbiter-client [options] [<id> [<text>]]
            arbiter-client claim <round> --as <ID> [options] [-- <command>...]
            arbiter-client watch <round> [options]
            arbiter-client result <round> [options]
            """,
    };

    /// <summary>Command lines, and what they do.</summary>
    public static string Examples(string command) => command switch
    {
        ClaimCommand.Name => """
            arbiter-client claim deploy-17 --as runner-1 -- ./deploy.sh --all
                                              run ./deploy.sh if nobody has claimed deploy-17 before
            arbiter-client claim nightly-0412 --as $HOSTNAME --lost-code 0 -- make backup
                                              one of several machines makes the backup; the others are content
            number=$(arbiter-client claim leader-3 --as a)
                                              without a command: print the fencing number

            The winner's COMMAND has the terminal, the signals, and ARBITER_ROUND and ARBITER_NUMBER in its environment: the
            numbers of a server only grow. --timeout limits the claim, not the command.
            """,
        WatchCommand.Name => """
            arbiter-client watch final           a line for each thing that happens; the last is the verdict
            arbiter-client watch final --json    the same for programs
            """,
        ResultCommand.Name => """
            arbiter-client result final          the verdict; places and gaps go to standard error
            arbiter-client result final --json   all of it in one JSON object
            """,
        _ => """
            arbiter-client X Alice                          say "Alice" as contender X to the server on this machine
            arbiter-client Y Bob --host 10.0.0.7            to a server elsewhere
            arbiter-client X Alice --greeting               to a server that greets when all contenders are connected
            arbiter-client X Alice --timeout 5s             wait no longer than five seconds for all of it
            arbiter-client --round final --of 3 X Alice     in a named round: wait for two others, then send
            arbiter-client --round quiz --start ready --wait X Alice
                                                            a buzzer: Enter sends, and counts when all are ready

            In a named round the message is sent when all seats are taken; with --window, --deadline or --of 1 (unless with
            --start ready) at once, for the round may be decided before; with --wait when Enter is pressed, whoever is there.
            An id that is the name of a command goes behind --.

            Every setting has an environment variable, too: ARBITER_CLIENT__PORT=12001.
            """,
    };

    /// <summary>What the exit codes of a command say.</summary>
    public static string ExitCodes(string command) => command switch
    {
        ClaimCommand.Name => $"""
            0  won; with COMMAND, whatever COMMAND exits with (128 and the signal's number if one ended it)
            75 lost (--lost-code)        126 COMMAND cannot be executed   127 there is no COMMAND
            {OwnFailures}
            """,
        WatchCommand.Name or ResultCommand.Name => $"""
            0  decided                   7  no verdict: open still, unknown, expired or pruned
            {OwnFailures}
            """,
        _ => $"""
            0  reply received            7  the named round expired
            {OwnFailures}
            """,
    };
}
