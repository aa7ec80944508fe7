namespace ActorArbiter.Protocol;

/// <summary>What the place of an arrival rests on, from the most exact to the least.</summary>
public enum Basis
{
    /// <summary>
    /// The operating system's receive stamp of the message's last byte (Linux, <c>SO_TIMESTAMPNS</c>), exact because
    /// nothing followed the message in the same read.
    /// </summary>
    Kernel,

    /// <summary>
    /// The operating system's receive stamp of bytes that were read together with the message and followed it: never
    /// earlier than the message's own, at most later. Ordered by stamp all the same.
    /// </summary>
    KernelLate,

    /// <summary>
    /// The system's clock, read by the server when it had read the bytes: never earlier than the kernel's stamp would be, and
    /// later by as much as the server was busy. It is the clock of the kernel's stamps, so that both are ordered together.
    /// </summary>
    Read,

    /// <summary>
    /// The monotonic clock, read when the bytes were handed to the server. Only rounds have it that are told from a journal, and
    /// that an earlier version of the server decided.
    /// </summary>
    Clock,

    /// <summary>
    /// The order in which the ordering actor received the arrivals, because stamps are missing or cannot be compared. Gaps are
    /// unknown.
    /// </summary>
    Mailbox,
}

/// <summary>The word of a <see cref="Basis"/> on the wire.</summary>
public static class BasisWords
{
    /// <summary><c>kernel</c>, <c>kernel-late</c>, <c>read</c>, <c>clock</c> or <c>mailbox</c>.</summary>
    public static string Word(this Basis basis) => basis switch
    {
        Basis.Kernel => "kernel",
        Basis.KernelLate => "kernel-late",
        Basis.Read => "read",
        Basis.Clock => "clock",
        Basis.Mailbox => "mailbox",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "no basis"),
    };

    /// <summary>Whether <paramref name="word"/> is the word of a basis; if so, <paramref name="basis"/> is it.</summary>
    public static bool TryParse(ReadOnlySpan<char> word, out Basis basis)
    {
        Basis? named = word switch
        {
            "kernel" => Basis.Kernel,
            "kernel-late" => Basis.KernelLate,
            "read" => Basis.Read,
            "clock" => Basis.Clock,
            "mailbox" => Basis.Mailbox,
            _ => null,
        };
        basis = named.GetValueOrDefault();
        return named is not null;
    }
}
