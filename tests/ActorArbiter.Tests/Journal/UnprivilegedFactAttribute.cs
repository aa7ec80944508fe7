namespace ActorArbiter.Tests.Journal;

/// <summary>A test of permissions, which mean nothing to root and are others on Windows.</summary>
public sealed class UnprivilegedFactAttribute : FactAttribute
{
    public UnprivilegedFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
            Skip = "file permissions do not bind this user";
    }
}
