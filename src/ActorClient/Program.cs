using ActorClient.CommandLine;
using ActorClient.Programs;
using ActorClient.Terminal;

var console = ClientConsole.OfProcess();
return await new ClientCommand(console, (request, config) => request switch
{
    ClientRequest.Converse classic => ClassicProgram.RunAsync(classic.Options, config, console),
    ClientRequest.OfRound round => RoundPrograms.RunAsync(round, config, console),
    _ => throw new ArgumentOutOfRangeException(nameof(request), request, "no request"),
}).InvokeAsync(args);
