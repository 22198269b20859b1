namespace HiPerf.Server.Tests.Files;

/// <summary>What is kept by name: the budget, and that what is removed is gone.</summary>
public sealed class HotCacheTests
{
    // What an entry costs beside what it says it costs: one octet of name, and the entry itself.
    private const int Other = 257;

    [Theory]
    [InlineData(2000, 1000 - Other, true)]
    [InlineData(2000, 1001 - Other, false)]
    [InlineData(0, 0, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    public void Entry_that_costs_more_than_half_of_the_budget_is_not_kept(int budget, int cost, bool isKept)
    {
        var cache = new HotCache<object>(budget, _ => cost);
        cache.Keep("a"u8.ToArray(), new object());
        Assert.Equal(isKept, cache.TryFind("a"u8, out _));
        Assert.Equal(isKept, cache.TryFind("a"u8, out _));
    }

    [Fact]
    public void Removed_is_gone_also_where_finding_it_turned_the_generations()
    {
        // Two entries fit the young generation, the third turns it.
        var cache = new HotCache<object>(6 * Other, static _ => Other / 4);
        foreach (var name in (ReadOnlySpan<byte>)[1, 2, 3, 4, 5])
        {
            cache.Keep([name], new object());
        }

        Assert.True(cache.TryFind([1], out _));
        cache.Remove([1]);
        Assert.False(cache.TryFind([1], out _));
    }
}
