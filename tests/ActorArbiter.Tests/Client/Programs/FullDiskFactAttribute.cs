namespace ActorArbiter.Tests.Client.Programs;

/// <summary>A test that writes to <c>/dev/full</c>, which is a full disk (full(4)).</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute()
    {
        if (!File.Exists("/dev/full"))
            Skip = "there is no /dev/full";
    }
}
