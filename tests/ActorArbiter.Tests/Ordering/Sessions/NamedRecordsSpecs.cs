using System.Globalization;
using System.Text;
using ActorArbiter.Ordering.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Ordering.Sessions;

public class NamedRecordsSpecs
{
    /// <summary>So long that some blocks end in the middle of a test, and a few records need one of their own.</summary>
    private static readonly Gen<int> Lengths = Gen.Frequency(
        (12, Gen.Choose(0, 200)),
        (6, Gen.Choose(10_000, 60_000)),
        (1, Gen.Choose(RecordBlocks.MostLength + 1, RecordBlocks.MostLength + 100)));

    public static TheoryData<string, Func<string, int>?> Hashes { get; } = new()
    {
        { "usual", null },
        { "the same for all", _ => 7 },
        { "negative", name => -1 - (name.Length % 2) },
    };

    [Theory]
    [MemberData(nameof(Hashes))]
    public void They_are_those_that_a_dictionary_and_a_queue_would_have(string kind, Func<string, int>? hash)
    {
        _ = kind;
        var drops = Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 5)));
        var steps = Gen.Zip(Gen.Choose(0, 60), Gen.Zip(Lengths, drops)).ListOf();
        Prop.ForAll(Gen.Zip(Gen.Choose(1, 40), steps).ToArbitrary(), run =>
        {
            var records = new NamedRecords(hash);
            var model = new Dictionary<string, byte[]>();
            var oldestFirst = new Queue<string>();
            foreach (var (number, (length, dropped)) in run.Item2)
            {
                var name = Name(number);
                if (model.TryAdd(name, Record(length, seed: oldestFirst.Count)))
                {
                    oldestFirst.Enqueue(name);
                    records.Add(name, model[name]);
                }

                var left = Math.Clamp(oldestFirst.Count - dropped, 1, run.Item1);
                while (oldestFirst.Count > left)
                {
                    model.Remove(oldestFirst.Dequeue());
                    records.DropOldest();
                }

                AssertSame(model, records, name);
            }

            for (var number = 0; number <= 60; number++)
                AssertSame(model, records, Name(number));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void They_are_found_and_dropped_in_order_when_there_are_more_than_ever_and_the_oldest_are_gone()
    {
        var records = new NamedRecords();
        for (var number = 0; number < 16; number++)
            records.Add(Name(number), Record(10, seed: number));
        for (var number = 0; number < 5; number++)
            records.DropOldest();
        for (var number = 16; number < 46; number++)
            records.Add(Name(number), Record(10, seed: number));

        Assert.Equal(41, records.Count);
        Assert.DoesNotContain(Enumerable.Range(0, 5), number => records.Contains(Name(number)));
        for (var number = 5; number < 46; number++)
        {
            Assert.True(records.TryFind(Name(number), out var found));
            Assert.Equal(Record(10, seed: number), found);
        }

        for (var number = 5; number < 45; number++)
        {
            records.DropOldest();
            Assert.False(records.Contains(Name(number)));
            Assert.True(records.Contains(Name(number + 1)));
        }
    }

    [Fact]
    public void A_name_may_come_again_when_it_was_dropped()
    {
        var records = new NamedRecords();
        records.Add("one", "first"u8);
        records.Add("two", "second"u8);
        records.DropOldest();
        records.Add("one", "third"u8);

        Assert.Equal("third", Text(records, "one"));
        Assert.Equal("second", Text(records, "two"));
    }

    [Fact]
    public void What_was_found_stays_as_it_was_when_its_place_is_used_again()
    {
        var records = new NamedRecords();
        records.Add("first", "small"u8);
        Replace(from: 1, to: 10);
        records.Add("0", "found"u8);
        records.DropOldest();
        Assert.True(records.TryFind("0", out var found));

        Replace(from: 10, to: 20);

        Assert.Equal("found"u8, found);
        Assert.False(records.Contains("0"));

        void Replace(int from, int to)
        {
            for (var number = from; number < to; number++)
            {
                records.Add(Name(number), new byte[RecordBlocks.MostLength - 100]);
                records.DropOldest();
            }
        }
    }

    [Fact]
    public void A_name_of_the_same_hash_and_length_is_another_one()
    {
        var records = new NamedRecords(_ => 0);
        records.Add("ab", "1"u8);

        Assert.False(records.Contains("ba"));
        Assert.False(records.Contains("a"));
        Assert.True(records.Contains("ab"));
    }

    [Fact]
    public void Their_memory_is_that_of_those_which_were_not_dropped()
    {
        var records = new NamedRecords();
        records.Add("one", new byte[100]);
        var bytes = records.Bytes;
        records.Add("two", new byte[1000]);
        Assert.Equal((2 * bytes) + 900, records.Bytes);

        records.DropOldest();

        Assert.Equal(bytes + 900, records.Bytes);
        Assert.InRange(bytes, 100, 200);
    }

    [Fact]
    public void To_replace_the_oldest_again_and_again_allocates_next_to_nothing()
    {
        var records = new NamedRecords();
        string[] names = [.. Enumerable.Range(0, 5000).Select(Name)];
        var record = new byte[2000];
        void Replace(int next)
        {
            records.Add(names[next % names.Length], record);
            if (records.Count > 1000)
                records.DropOldest();
        }

        for (var next = 0; next < 3 * names.Length; next++)
            Replace(next);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var next = 3 * names.Length; next < 6 * names.Length; next++)
            Replace(next);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        // The smallest object for each would be ten times that; .NET may make some of its own, when it compiles a method anew.
        Assert.InRange(bytes, 0, 2 * 3 * names.Length);
    }

    private static void AssertSame(Dictionary<string, byte[]> model, NamedRecords records, string name)
    {
        Assert.Equal(model.Count, records.Count);
        Assert.Equal(model.TryGetValue(name, out var expected), records.TryFind(name, out var found));
        Assert.Equal(expected ?? [], found);
    }

    private static byte[] Record(int length, int seed)
    {
        var record = new byte[length];
        new Random(seed).NextBytes(record);
        return record;
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(NamedRecords records, string name) =>
        records.TryFind(name, out var record) ? Encoding.ASCII.GetString(record) : "";
}
