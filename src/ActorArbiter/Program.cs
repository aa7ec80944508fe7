using System.CommandLine;
using System.CommandLine.Invocation;
using ActorArbiter.CommandLine;

var serve = new Command("serve", "Listen, and tell every round who was first (the default).");
var root = new RootCommand("Tells whose message arrived first.") { serve, DemoCommand.Create() };
var options = new ServeCommand();
options.AddTo(root);
options.AddTo(serve);

var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction complaint)
    complaint.ShowHelp = false;
var exitCode = await parsed.InvokeAsync(invocation);
return parsed.Errors.Count > 0 ? ExitCodes.WrongUsage : exitCode;
