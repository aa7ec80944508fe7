using System.IO.Hashing;
using System.Runtime.InteropServices;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Journal;

/// <summary>
/// Which names of rounds are in the journal, in about 20 bytes each. It may take a name for another one, which the journal
/// itself tells apart; it never misses one.
/// </summary>
internal sealed class RecordedNames
{
    private readonly HashSet<ulong> _prints = [];

    /// <summary>Whether <paramref name="name"/> may be in the journal; if not, it is not.</summary>
    public bool MayContain(RoundName name) => _prints.Contains(PrintOf(name));

    public void Add(RoundName name) => _prints.Add(PrintOf(name));

    private static ulong PrintOf(RoundName name) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name.Value.AsSpan()));
}
