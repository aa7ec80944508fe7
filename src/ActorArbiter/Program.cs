using System.CommandLine;
using ActorArbiter.CommandLine;

var serve = new Command("serve", "Listen, and tell every round who was first (the default).");
var root = new RootCommand("Tells whose message arrived first.")
{
    serve, DemoCommand.Create(), LogCommand.Create(), ExportCommand.Create(), VerifyCommand.Create(),
};
var options = new ServeCommand();
options.AddTo(root);
options.AddTo(serve);

var parsed = root.Parse(args);
if (UsageErrors.First(parsed) is { } error)
{
    await Console.Error.WriteLineAsync(error);
    return ExitCodes.WrongUsage;
}

// Signals are the server's business: System.CommandLine would cut a shutdown short after two seconds.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
