using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorArbiter.Tests.Packaging;

/// <summary>Runs the SDK and what it installs, in an environment that leaves no trace elsewhere.</summary>
/// <param name="home">Where the SDK keeps what it keeps.</param>
internal sealed class DotnetCommand(string home)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // <root>/shared/Microsoft.NETCore.App/<version>/
    private static readonly string Root =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Runs a command of the SDK to its end; the result is what it wrote.</summary>
    public Task<string> SdkAsync(params IEnumerable<string> arguments) => RunAsync(Path.Combine(Root, "dotnet"), arguments);

    /// <summary>Runs a program to its end, which must be a good one; the result is what it wrote to standard output.</summary>
    public async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"{program} exits with {process.ExitCode}: {await output}{await error}");
        return await output;
    }

    /// <summary>Starts a program.</summary>
    public System.Diagnostics.Process Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ROOT"] = Root;
        start.Environment["DOTNET_CLI_HOME"] = home;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        // What stays to serve the next build would outlive the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";

        // The test's own process was started with these, and an installed program is not to be.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        return System.Diagnostics.Process.Start(start)!;
    }
}
