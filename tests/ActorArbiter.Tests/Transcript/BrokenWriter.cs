namespace ActorArbiter.Tests.Transcript;

/// <summary>An output that takes nothing: full, or closed at its other end.</summary>
internal sealed class BrokenWriter : StringWriter
{
    public const string Reason = "No space left on device";

    public override void Write(string? value) => throw new IOException(Reason);
}
