using ActorClient;
using ActorClient.CommandLine;
using ActorClient.Programs;
using ActorClient.Terminal;

var console = ClientConsole.OfProcess();
try
{
    return await new ClientCommand(console, (request, config) => request switch
    {
        ClientRequest.Converse classic => ClassicProgram.RunAsync(classic.Options, config, console),
        ClientRequest.OfRound round => RoundPrograms.RunAsync(round, config, console),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "no request"),
    }).InvokeAsync(args);
}
catch (Exception e)
{
    // What nobody expected, as an output that takes nothing: in one line, and not as a crash.
    console.TryTellError($"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
    return ExitCodes.Failed;
}
