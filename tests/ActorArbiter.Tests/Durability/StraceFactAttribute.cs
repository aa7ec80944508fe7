using System.ComponentModel;
using System.Diagnostics;

namespace ActorArbiter.Tests.Durability;

/// <summary>A test that traces a server's system calls; skipped where strace is not installed or may not trace.</summary>
public sealed class StraceFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Obstacle = new(FindObstacle);

    public StraceFactAttribute() => Skip = Obstacle.Value;

    private static string? FindObstacle()
    {
        try
        {
            using var strace = System.Diagnostics.Process.Start(new ProcessStartInfo("strace", ["-f", "-y", "-o", "/dev/null", "true"])
            {
                RedirectStandardError = true,
            })!;
            var errors = strace.StandardError.ReadToEnd();
            strace.WaitForExit();
            return strace.ExitCode == 0 ? null : $"strace may not trace here: {errors.Trim()}";
        }
        catch (Win32Exception)
        {
            return "strace is not installed";
        }
    }
}
