using System.Text;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// Records by name, the oldest of which are dropped first. To find, add or drop one takes the same time however many there
/// are; to add or drop one allocates nothing once there were as many before.
/// </summary>
/// <remarks>
/// A hash table with chains through an array in the order of age, from the newest to the oldest. Records are numbered: a link to
/// one that was dropped is known by its number, so dropping changes no chain. Clients choose the names: the hash is another in
/// each process, so that nobody can choose names of one hash, and what decides is the name as it is stored.
/// </remarks>
internal sealed class NamedRecords
{
    /// <summary>About how much memory a record takes beside its name and itself.</summary>
    private const int BytesOfEntry = 48;

    private const int LeastEntries = 16;

    private readonly Func<string, int> _hash;
    private readonly RecordBlocks _blocks = new();

    /// <summary>Of each chain the number of the newest record. As many as there are entries.</summary>
    private long[] _chains = [];

    /// <summary>Each record in the place of its number, around the end; a power of two.</summary>
    private Entry[] _entries = [];

    /// <summary>The number of the oldest record, or of the next; lower ones are of none, and zero never was of one.</summary>
    private long _oldest = 1;

    /// <param name="hash">The hash of a name; unless given, one that is another in each process.</param>
    public NamedRecords(Func<string, int>? hash = null) => _hash = hash ?? (name => name.GetHashCode(StringComparison.Ordinal));

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>About how much memory they take, in bytes.</summary>
    public long Bytes { get; private set; }

    public bool Contains(string name) => Find(name) >= _oldest;

    /// <summary>Whether there is a record of <paramref name="name"/>; if so, a copy of it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="record">The copy; none if there is no such record.</param>
    public bool TryFind(string name, out byte[] record)
    {
        var number = Find(name);
        var isFound = number >= _oldest;
        record = isFound ? _blocks.Read(EntryOf(number).At)[name.Length..].ToArray() : [];
        return isFound;
    }

    /// <summary>Adds a record.</summary>
    /// <param name="name">Its name, ASCII, which no other record has.</param>
    /// <param name="record">The record, which is copied.</param>
    public void Add(string name, ReadOnlySpan<byte> record)
    {
        if (Count == _entries.Length)
            Grow();
        var bytes = _blocks.Add(name.Length + record.Length, out var at);
        Encoding.ASCII.GetBytes(name, bytes);
        record.CopyTo(bytes[name.Length..]);

        var number = _oldest + Count++;
        EntryOf(number) = new Entry(at, name.Length, _hash(name), Next: 0);
        Chain(number);
        Bytes += at.Length + BytesOfEntry;
    }

    /// <summary>Drops the oldest record; there is one behind it.</summary>
    public void DropOldest()
    {
        Bytes -= EntryOf(_oldest).At.Length + BytesOfEntry;
        _oldest++;
        Count--;
        _blocks.DropBefore(EntryOf(_oldest).At);
    }

    /// <returns>The number of the record; less than that of the oldest if there is none.</returns>
    private long Find(string name)
    {
        if (Count == 0)
            return 0;
        var hash = _hash(name);
        var number = ChainOf(hash);
        while (number >= _oldest && !IsOf(in EntryOf(number), hash, name))
            number = EntryOf(number).Next;
        return number;
    }

    private bool IsOf(ref readonly Entry entry, int hash, string name) =>
        entry.Hash == hash
        && entry.NameLength == name.Length
        && Ascii.Equals(_blocks.Read(entry.At)[..entry.NameLength], name);

    private ref Entry EntryOf(long number) => ref _entries[number & (_entries.Length - 1)];

    private ref long ChainOf(int hash) => ref _chains[hash & (_chains.Length - 1)];

    private void Chain(long number)
    {
        ref var entry = ref EntryOf(number);
        ref var newest = ref ChainOf(entry.Hash);
        entry = entry with { Next = newest };
        newest = number;
    }

    private void Grow()
    {
        var smaller = _entries;
        _entries = new Entry[Math.Max(2 * Count, LeastEntries)];
        _chains = new long[_entries.Length];
        for (var number = _oldest; number < _oldest + Count; number++)
        {
            EntryOf(number) = smaller[number & (smaller.Length - 1)];
            Chain(number);
        }
    }

    /// <param name="At">Where the name and, behind it, the record are.</param>
    /// <param name="NameLength">How long the name is, in bytes.</param>
    /// <param name="Hash">The hash of the name.</param>
    /// <param name="Next">The number of the next older record of the chain; one that is no more, or zero, at its end.</param>
    private readonly record struct Entry(RecordBlocks.Location At, int NameLength, int Hash, long Next);
}
