namespace Akka.Actor;

/// <summary>What a supervisor does about a failed child.</summary>
public enum Directive
{
    /// <summary>The child goes on with its next message; its state stays.</summary>
    Resume,

    /// <summary>A new instance takes the child's place; its mailbox stays.</summary>
    Restart,

    /// <summary>The supervisor fails with the same exception.</summary>
    Escalate,

    /// <summary>The child is stopped.</summary>
    Stop,
}
