using HiPerf.Generators.Hashing;

namespace HiPerf.Generators.Tests.Hashing;

public class HashSearchTests
{
    [Fact]
    public void Search_same_tokens_gives_same_plan()
    {
        string[] tokens = ["host", "date", "etag", "content-length", "content-type"];
        var first = HashSearch.Find(tokens, ignoreCase: true)!;
        var second = HashSearch.Find([.. tokens], ignoreCase: true)!;
        Assert.Equal(first.Multiplier, second.Multiplier);
        Assert.Equal(first.Slots, second.Slots);
        Assert.Equal(first.Displacements, second.Displacements);
    }

    [Fact]
    public void Search_every_token_has_its_own_slot()
    {
        var tokens = Enumerable.Range(0, 400).Select(i => $"x-token-{i * 7919:x}").ToArray();
        var plan = HashSearch.Find(tokens, ignoreCase: true)!;
        foreach (var (token, i) in tokens.Select((token, i) => (token, i)))
        {
            var hash = HashPlan.Hash(HashPlan.Key(token, true, plan.Rotation, plan.MixesMiddle), plan.Multiplier, plan.SlotBits);
            Assert.Equal(i + 1, plan.Slots[hash ^ plan.Displacements[token.Length]]);
        }
    }

    [Fact]
    public void Search_tokens_that_differ_in_the_middle_only_mixes_the_middle()
    {
        var plan = HashSearch.Find(["x-company-feature-alpha-enabled", "x-company-feature-gamma-enabled"], ignoreCase: true)!;
        Assert.True(plan.MixesMiddle);
    }

    [Fact]
    public void Search_tokens_that_fold_to_one_key_has_no_plan() =>
        Assert.Null(HashSearch.Find(["a^b", "a~b"], ignoreCase: true));

    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData("abc")]
    [InlineData("abcd")]
    [InlineData("abcdefg")]
    [InlineData("abcdefgh")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("abcdefghijklmnopq")]
    [InlineData("abcdefghijklmnopqrstuvwxyabcdefghijklmnop")]
    public void Words_cover_every_octet(string token)
    {
        var words = Words(token);
        for (var i = 0; i < token.Length; i++)
        {
            var changed = token.Remove(i, 1).Insert(i, "!");
            Assert.NotEqual(words, Words(changed));
        }

        static ulong[] Words(string text) => [TokenWords.First(text), .. TokenWords.Middle(text), TokenWords.Last(text)];
    }
}
