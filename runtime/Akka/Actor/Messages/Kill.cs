namespace Akka.Actor;

/// <summary>
/// Makes the actor that receives it fail with <see cref="ActorKilledException"/>, after the messages that were queued
/// before it. By default its supervisor then stops it.
/// </summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    /// <summary>The one instance.</summary>
    public static Kill Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "<Kill>";
}
