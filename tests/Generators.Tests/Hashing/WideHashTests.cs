using HiPerf.Generators.Hashing;

namespace HiPerf.Generators.Tests.Hashing;

public class WideHashTests
{
    [Fact]
    public void Search_same_tokens_gives_same_table()
    {
        string[] tokens = ["host", "date", "etag", "content-length", "content-type"];
        var first = WideHash.Find(tokens)!;
        var second = WideHash.Find([.. tokens])!;
        Assert.Equal(first.Key, second.Key);
        Assert.Equal(first.Slots, second.Slots);
    }

    [Fact]
    public void Search_every_token_of_up_to_32_octets_has_its_own_slot()
    {
        string[] tokens = [.. Enumerable.Range(0, 200).Select(i => $"x-token-{i * 7919:x}"), new('a', 32), new('a', 33)];
        var hash = WideHash.Find(tokens)!;
        Assert.Equal(tokens.Length - 1, hash.Slots.Count(slot => slot != 0));
        for (var i = 0; i < tokens.Length - 1; i++)
        {
            Assert.Equal(i + 1, hash.Slots[WideHash.Slot(WideHash.Row(tokens[i])!, hash.Key)]);
        }
    }

    [Fact]
    public void Search_tokens_that_fold_to_one_row_has_no_table() => Assert.Null(WideHash.Find(["a^b", "a~b"]));

    [Fact]
    public void Row_has_the_case_bits_set_and_zeros_behind()
    {
        var row = WideHash.Row("a-B")!;
        Assert.Equal(WideHash.RowLength, row.Length);
        Assert.Equal("a-b"u8.ToArray(), row[..3]);
        Assert.All(row[3..], octet => Assert.Equal(0, octet));
        Assert.NotNull(WideHash.Row(new string('a', 32)));
        Assert.Null(WideHash.Row(new string('a', 33)));
    }
}
