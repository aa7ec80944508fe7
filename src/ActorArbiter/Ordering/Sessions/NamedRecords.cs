using System.Text;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// Records by name, the oldest of which are dropped first. To find, add or drop one takes the same time however many there
/// are; to add or drop one allocates nothing once there were as many before.
/// </summary>
/// <remarks>
/// A hash table with chains through an array in the order of age. Clients choose the names: the hash is another in each
/// process, so that nobody can choose names of one hash, and what decides is the name as it is stored.
/// </remarks>
internal sealed class NamedRecords
{
    /// <summary>About how much memory a record takes beside its name and itself.</summary>
    private const int BytesOfEntry = 40;

    private const int LeastEntries = 16;

    private readonly Func<string, int> _hash;
    private readonly RecordBlocks _blocks = new();

    /// <summary>Of each chain the newest entry, plus one; zero if it is empty. As many as there are entries.</summary>
    private int[] _chains = [];

    /// <summary>In the order of age, around the end; a power of two.</summary>
    private Entry[] _entries = [];

    /// <summary>Where the oldest is in <see cref="_entries"/>.</summary>
    private int _oldest;

    /// <param name="hash">The hash of a name; unless given, one that is another in each process.</param>
    public NamedRecords(Func<string, int>? hash = null) => _hash = hash ?? (name => name.GetHashCode(StringComparison.Ordinal));

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>About how much memory they take, in bytes.</summary>
    public long Bytes { get; private set; }

    public bool Contains(string name) => Find(name) >= 0;

    /// <summary>Whether there is a record of <paramref name="name"/>; if so, a copy of it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="record">The copy; none if there is no such record.</param>
    public bool TryFind(string name, out byte[] record)
    {
        var place = Find(name);
        record = place < 0 ? [] : _blocks.Read(_entries[place].At)[name.Length..].ToArray();
        return place >= 0;
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

        var place = (_oldest + Count++) & (_entries.Length - 1);
        _entries[place] = new Entry(at, name.Length, _hash(name), Next: 0);
        Chain(place);
        Bytes += at.Length + BytesOfEntry;
    }

    /// <summary>Drops the oldest record; there is one behind it.</summary>
    public void DropOldest()
    {
        var oldest = _entries[_oldest];
        Bytes -= oldest.At.Length + BytesOfEntry;
        Unchain(_oldest);
        _oldest = (_oldest + 1) & (_entries.Length - 1);
        Count--;
        _blocks.DropBefore(_entries[_oldest].At);
    }

    private int Find(string name)
    {
        if (Count == 0)
            return -1;
        var hash = _hash(name);
        var place = ChainOf(hash) - 1;
        while (place >= 0 && !IsOf(_entries[place], hash, name))
            place = _entries[place].Next - 1;
        return place;
    }

    private bool IsOf(Entry entry, int hash, string name) =>
        entry.Hash == hash
        && entry.NameLength == name.Length
        && Ascii.Equals(_blocks.Read(entry.At)[..entry.NameLength], name);

    private ref int ChainOf(int hash) => ref _chains[hash & (_chains.Length - 1)];

    private void Chain(int place)
    {
        ref var newest = ref ChainOf(_entries[place].Hash);
        _entries[place] = _entries[place] with { Next = newest };
        newest = place + 1;
    }

    /// <summary>Takes the oldest of all, which is the last of its chain, out of it.</summary>
    private void Unchain(int place)
    {
        ref var newest = ref ChainOf(_entries[place].Hash);
        if (newest == place + 1)
        {
            newest = 0;
            return;
        }

        var newer = newest - 1;
        while (_entries[newer].Next != place + 1)
            newer = _entries[newer].Next - 1;
        _entries[newer] = _entries[newer] with { Next = 0 };
    }

    private void Grow()
    {
        var larger = new Entry[Math.Max(2 * Count, LeastEntries)];
        for (var i = 0; i < Count; i++)
            larger[i] = _entries[(_oldest + i) & (_entries.Length - 1)];
        (_entries, _oldest, _chains) = (larger, 0, new int[larger.Length]);
        for (var place = 0; place < Count; place++)
            Chain(place);
    }

    /// <param name="At">Where the name and, behind it, the record are.</param>
    /// <param name="NameLength">How long the name is, in bytes.</param>
    /// <param name="Hash">The hash of the name.</param>
    /// <param name="Next">The next older entry of the chain, plus one; zero if there is none.</param>
    private readonly record struct Entry(RecordBlocks.Location At, int NameLength, int Hash, int Next);
}
