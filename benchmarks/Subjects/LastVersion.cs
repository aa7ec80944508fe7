using System.CommandLine;
using System.CommandLine.Parsing;
using Benchmarks.Processes;

namespace Benchmarks.Subjects;

/// <summary>The option that measures another build's arbiter as well.</summary>
internal static class LastVersion
{
    public static Option<Build?> Option() => new("--last")
    {
        HelpName = "FOLDER",
        Arity = ArgumentArity.ExactlyOne,
        Description = "Also measure the last version, and compare with it: the arbiter of another build of this repository, run by the "
            + "Benchmarks.dll in FOLDER or below it, with that version's defaults.",
        CustomParser = Parse,
    };

    private static Build? Parse(ArgumentResult result)
    {
        var folder = new DirectoryInfo(result.Tokens.Single().Value);
        var builds = folder.Exists ? Build.In(folder) : [];
        if (builds is [var build])
            return build;
        result.AddError(builds.Count == 0
            ? $"--last {folder}: there is no Benchmarks.dll with an ActorArbiter.runtimeconfig.json beside it"
            : $"--last {folder}: name one of {string.Join(", ", builds.Select(each => each.Folder.FullName))}");
        return null;
    }
}
