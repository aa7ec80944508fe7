using ActorArbiter.Ordering.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

public class RecordBlocksSpecs
{
    [Fact]
    public void They_take_little_more_memory_than_the_records_however_those_fit()
    {
        const long Limit = 64 * 1024 * 1024;
        const int RecordLength = 33 * 1024;
        var blocks = new RecordBlocks();
        var records = new Queue<RecordBlocks.Location>();
        long Counted() => (long)records.Count * RecordLength;

        for (var added = 0L; added < 2 * Limit; added += RecordLength)
        {
            blocks.Add(RecordLength, out var at);
            records.Enqueue(at);
            while (Counted() > Limit)
            {
                records.Dequeue();
                blocks.DropBefore(records.Peek());
            }
        }

        Assert.InRange(blocks.Length, Counted(), (long)(1.1 * Counted()));
    }

    [Fact]
    public void A_few_records_take_a_small_block_and_none_take_no_memory()
    {
        var blocks = new RecordBlocks();
        Assert.Equal(0, blocks.Length);

        for (var i = 0; i < 10; i++)
            blocks.Add(100, out _);

        Assert.Equal(RecordBlocks.LeastLength, blocks.Length);
    }

    [Fact]
    public void A_record_longer_than_a_block_is_counted_until_it_is_dropped()
    {
        var blocks = new RecordBlocks();
        blocks.Add(3 * RecordBlocks.MostLength, out _);
        blocks.Add(1, out var next);
        Assert.InRange(blocks.Length, 3 * RecordBlocks.MostLength, 4 * RecordBlocks.MostLength);

        blocks.DropBefore(next);

        Assert.InRange(blocks.Length, 1, RecordBlocks.MostLength);
    }
}
