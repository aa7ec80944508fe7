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

    /// <summary>The monotonic clock, read once when the bytes were handed to the server.</summary>
    Clock,

    /// <summary>
    /// The order in which the ordering actor received the arrivals, because their stamps cannot be compared. Gaps are
    /// unknown.
    /// </summary>
    Mailbox,
}

/// <summary>The word of a <see cref="Basis"/> on the wire.</summary>
public static class BasisWords
{
    /// <summary><c>kernel</c>, <c>kernel-late</c>, <c>clock</c> or <c>mailbox</c>.</summary>
    public static string Word(this Basis basis) => basis switch
    {
        Basis.Kernel => "kernel",
        Basis.KernelLate => "kernel-late",
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
            "clock" => Basis.Clock,
            "mailbox" => Basis.Mailbox,
            _ => null,
        };
        basis = named.GetValueOrDefault();
        return named is not null;
    }
}
