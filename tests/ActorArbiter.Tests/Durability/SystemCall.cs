namespace ActorArbiter.Tests.Durability;

/// <summary>A system call that a traced process made.</summary>
/// <param name="Name">Its name, as in section 2 of the manual.</param>
/// <param name="Arguments">The arguments as strace shows them; a descriptor is followed by what it stands for.</param>
/// <param name="Result">What it returned; none while it has not.</param>
/// <param name="Began">When it began: the number of the trace's line.</param>
/// <param name="Returned">When it returned; <see cref="int.MaxValue"/> while it has not.</param>
internal sealed record SystemCall(string Name, string Arguments, string? Result, int Began, int Returned);
