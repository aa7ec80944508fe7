using System.CommandLine;
using ActorArbiter.CommandLine;

var serve = new Command("serve", "Listen, and tell every round who was first (the default).");
var log = LogCommand.Create();
var export = ExportCommand.Create();
var verify = VerifyCommand.Create();
var root = new RootCommand("Tells whose message arrived first.") { serve, DemoCommand.Create(), log, export, verify };
var options = new ServeCommand();
options.AddTo(root);
options.AddTo(serve);
HelpWithExamples.AddTo(root, new Dictionary<Command, string>
{
    [log] = LogCommand.Examples,
    [export] = ExportCommand.Examples,
    [verify] = VerifyCommand.Examples,
});

var parsed = root.Parse(args);
if (UsageErrors.First(parsed) is { } error)
{
    await Console.Error.WriteLineAsync(error);
    return ExitCodes.WrongUsage;
}

// Signals are the server's business: System.CommandLine would cut a shutdown short after two seconds.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
