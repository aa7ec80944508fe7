using ActorArbiter.Journal;
using ActorArbiter.Journal.Verification;

namespace ActorArbiter.Tests.Journal.Verification;

public sealed class JournalVerifierSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_journal_is_whole_up_to_its_last_record()
    {
        _folder.Fill(5);

        var verified = Verify();

        Assert.Equal(5, verified.Last.Number);
        Assert.Equal(HashOf(5), verified.Last.Hash);
        Assert.Equal(0, verified.Pruned);
    }

    [Fact]
    public void An_empty_journal_is_whole()
    {
        _folder.Fill(0);

        Assert.Equal(new VerifiedJournal(NumberedHash.Genesis, Pruned: 0), Verify());
        Assert.Equal(new VerifiedJournal(NumberedHash.Genesis, Pruned: 0), Verify(NumberedHash.Genesis));
    }

    [Fact]
    public void A_pruned_journal_is_whole()
    {
        _folder.Fill(5);
        OpenStore(keep: 2).Dispose();

        Assert.Equal((5, 3), (Verify().Last.Number, Verify().Pruned));
    }

    [Theory]
    [InlineData("DELETE FROM verdicts WHERE number = 1", "record 1 is missing: 2 is the one after 0")]
    [InlineData("DELETE FROM verdicts WHERE number IN (3, 4)", "record 3 is missing: 5 is the one after 2")]
    [InlineData("UPDATE verdicts SET number = 0 WHERE number = 1", "record 1 is missing: 2 is the one after 0")]
    [InlineData(
        "UPDATE verdicts SET winner = 'Y: Bob' WHERE number = 3",
        "record 3: its hash is not that of its content and the record before it")]
    [InlineData(
        "UPDATE verdicts SET round = 'other' WHERE number = 3",
        "record 3: its hash is not that of its content and the record before it")]
    [InlineData(
        "UPDATE verdicts SET contenders = 3 WHERE number = 5",
        "record 5: its hash is not that of its content and the record before it")]
    [InlineData(
        "UPDATE details SET profile = 'classic' WHERE number = 2",
        "record 2: its details do not have the hash that is recorded for them")]
    [InlineData(
        "DELETE FROM details WHERE number = 3",
        "record 3 has lost its details: the oldest are pruned first, but those of 1 are there")]
    [InlineData(
        "DELETE FROM details WHERE number = 5",
        "record 5 has lost its details: the oldest are pruned first, but those of 1 are there")]
    [InlineData("DELETE FROM details", "record 5 has lost its details: the last one always has them")]
    [InlineData(
        "UPDATE details SET number = 7 WHERE number = 1",
        "there are details of no record, from 2 to 7, but the last one is 5")]
    [InlineData(
        "INSERT INTO details SELECT 0, profile, decided_at, places FROM details WHERE number = 1",
        "there are details of no record, from 0 to 5, but the last one is 5")]
    [InlineData(
        "INSERT INTO verdicts SELECT -1, NULL, contenders, winner, details_hash, hash FROM verdicts WHERE number = 1",
        "there are 6 records, but the last one is 5")]
    public void What_was_done_to_a_journal_is_found(string sql, string flaw)
    {
        _folder.Fill(5);

        _folder.Execute(sql);

        Assert.Equal($"the journal {_folder.File} is not whole: {flaw}", Assert.Throws<JournalException>(() => Verify()).Message);
    }

    [Fact]
    public void The_first_record_that_is_wrong_is_named()
    {
        _folder.Fill(2500);
        _folder.Execute("UPDATE verdicts SET winner = 'Y: Bob' WHERE number IN (1234, 1300, 2345)");

        Assert.Contains("record 1234: ", Assert.Throws<JournalException>(() => Verify()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_cannot_be_found_by_its_name_is_found()
    {
        _folder.Fill(5);
        _folder.Reindex($"{JournalFolder.Index} AND number <> 4");

        Assert.EndsWith(
            "record 4 cannot be found: its round, round-4, leads to no record",
            Assert.Throws<JournalException>(() => Verify()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_leads_to_a_record_without_it_is_found()
    {
        _folder.Fill(5);
        _folder.SetIndex($"{JournalFolder.Index} AND number > 5"); // The index is not kept for others.
        _folder.Execute("DELETE FROM verdicts WHERE number = 5; DELETE FROM details WHERE number = 5");
        _folder.SetIndex(JournalFolder.Index);

        Assert.EndsWith(
            "there are 5 names of rounds, but 4 records with one",
            Assert.Throws<JournalException>(() => Verify()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_was_cut_off_is_found_where_it_is_expected()
    {
        _folder.Fill(5);
        var expected = Verify().Last;
        _folder.Execute("DELETE FROM verdicts WHERE number = 5; DELETE FROM details WHERE number = 5");

        var last = Verify().Last;

        Assert.EndsWith(
            $"record 5 is missing: the last one is {last}",
            Assert.Throws<JournalException>(() => Verify(expected)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_was_written_anew_is_found_where_another_one_is_expected()
    {
        _folder.Fill(5);
        var expected = new NumberedHash(3, HashOf(3));
        Verify(expected);
        using var other = new JournalFolder();
        using (var store = JournalStore.Open(other.Options))
            store.Append([.. Enumerable.Range(2, 5).Select(number => JournalFolder.Entry(number))]);
        File.Copy(other.File, _folder.File, overwrite: true);

        Assert.EndsWith(
            $"record 3 is not the one that is expected: its hash is {HashOf(3)}",
            Assert.Throws<JournalException>(() => Verify(expected)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Records_may_come_and_be_pruned_meanwhile()
    {
        _folder.Fill(2500);
        var told = new List<VerificationProgress>();
        using var journal = new JournalReader(_folder.File);

        var verified = JournalVerifier.Verify(journal, expected: null, progress =>
        {
            if (told.Count == 0)
            {
                using var store = OpenStore(keep: 10);
                store.Append([JournalFolder.Entry(2501)]);
            }

            told.Add(progress);
        });

        Assert.Equal((2501, 2491), (verified.Last.Number, verified.Pruned));
        Assert.Equal([new(1000, 2500), new(2000, 2500), new(2501, 2500)], told);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_named_with_the_record()
    {
        _folder.Fill(2500);
        using (var file = File.OpenWrite(_folder.File))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[4096 * 16]);
        }

        var message = Assert.Throws<JournalException>(() => Verify()).Message;

        Assert.StartsWith($"the journal {_folder.File} cannot be used: it is corrupt", message, StringComparison.Ordinal);
        Assert.Matches(@"\(found at record \d+\)$", message);
    }

    [Fact]
    public void A_text_that_is_none_any_more_is_found()
    {
        _folder.Fill(1500);
        MakeWinnerBlob(1400);

        Assert.EndsWith(
            " record 1400 makes no sense: its winner is not text",
            Assert.Throws<JournalException>(() => Verify()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_wrong_is_named_before_one_that_cannot_be_read()
    {
        _folder.Fill(1500);
        MakeWinnerBlob(1400);
        _folder.Execute("UPDATE verdicts SET contenders = 3 WHERE number = 1300");

        Assert.Contains(" record 1300: ", Assert.Throws<JournalException>(() => Verify()).Message, StringComparison.Ordinal);
    }

    private VerifiedJournal Verify(NumberedHash? expected = null)
    {
        using var journal = new JournalReader(_folder.File);
        return JournalVerifier.Verify(journal, expected, _ => { });
    }

    private string HashOf(long number)
    {
        using var journal = new JournalReader(_folder.File);
        return journal.Read(number - 1, 1)[0].Hash;
    }

    /// <summary>Changes a type, and no byte, which the table has to allow for that time.</summary>
    private void MakeWinnerBlob(int number)
    {
        _folder.SetSchema("verdicts", "replace(sql, ' STRICT', '')");
        _folder.Execute($"UPDATE verdicts SET winner = CAST(winner AS BLOB) WHERE number = {number}");
        _folder.SetSchema("verdicts", "sql || ' STRICT'");
    }

    /// <summary>Prunes what is due.</summary>
    private JournalStore OpenStore(int keep) => JournalStore.Open(_folder.Options with { Keep = keep });
}
