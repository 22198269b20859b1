using HiPerf.Transport;

namespace HiPerf.Facade.Tests.Pooling;

/// <summary>The pool by itself, with items that count what is done to them; <see cref="Http.ConnectionPoolTests"/> holds it under a session.</summary>
public class IdlePoolTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Item_that_was_used_last_is_taken_first()
    {
        using var pool = Pool();
        Item first = new(), second = new();
        pool.Return("a", first);
        pool.Return("a", second);
        Assert.Same(second, pool.TryTake("a"));
        Assert.Same(first, pool.TryTake("a"));
        Assert.Null(pool.TryTake("a"));
    }

    [Fact]
    public void Item_of_another_key_is_never_taken()
    {
        using var pool = Pool();
        pool.Return("a", new Item());
        Assert.Null(pool.TryTake("b"));
        Assert.Equal(1, pool.Count);
    }

    [Fact]
    public void Item_that_is_not_quiet_is_released_and_the_next_one_taken()
    {
        using var pool = Pool();
        Item quiet = new(), loud = new() { Quiet = false };
        pool.Return("a", quiet);
        pool.Return("a", loud);
        Assert.Same(quiet, pool.TryTake("a"));
        Assert.Equal(1, loud.Released);
        Assert.Equal(0, quiet.Released);
    }

    [Theory]
    [InlineData(2, 10, 2)]
    [InlineData(10, 3, 3)]
    [InlineData(0, 10, 0)]
    public void Items_beyond_a_limit_are_released(int perKey, int all, int kept)
    {
        using var pool = Pool(new ConnectionPoolOptions { MaxIdlePerOrigin = perKey, MaxIdle = all });
        Item[] items = [new(), new(), new(), new()];
        foreach (var item in items)
        {
            pool.Return("a", item);
        }

        Assert.Equal(kept, pool.Count);
        Assert.Equal(items.Length - kept, items.Sum(static item => item.Released));
    }

    [Theory]
    [InlineData(9_999, true)]
    [InlineData(10_000, false)]
    public void Item_is_taken_until_its_time_is_over(int milliseconds, bool taken)
    {
        using var pool = Pool(new ConnectionPoolOptions { IdleTimeout = TimeSpan.FromSeconds(10) });
        var item = new Item();
        pool.Return("a", item);
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal(taken, pool.TryTake("a") is not null);
        Assert.Equal(taken ? 0 : 1, item.Released);
    }

    [Fact]
    public void Pool_without_items_has_no_timer_running_and_starts_it_again()
    {
        using var pool = Pool(new ConnectionPoolOptions { IdleTimeout = TimeSpan.FromSeconds(10) });
        for (var round = 0; round < 2; round++)
        {
            var item = new Item();
            pool.Return("a", item);
            _clock.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal(1, item.Released);
            Assert.Equal(0, pool.Count);
        }
    }

    [Fact]
    public void Disposed_pool_releases_what_it_holds_and_keeps_nothing_more()
    {
        var pool = Pool();
        Item held = new(), late = new();
        pool.Return("a", held);
        pool.Dispose();
        pool.Return("a", late);
        Assert.Equal((1, 1), (held.Released, late.Released));
        Assert.Equal(0, pool.Count);
        Assert.Null(pool.TryTake("a"));
    }

    private IdlePool<string, Item> Pool(ConnectionPoolOptions? options = null) =>
        new(options ?? new ConnectionPoolOptions(), _clock, () => new PhaseListener(null, _clock, null));

    private sealed class Item : IIdleItem
    {
        public bool Quiet { get; init; } = true;

        public int Released { get; private set; }

        public long IdleSince { get; set; }

        public bool IsQuiet() => Quiet;

        public void Release(PhaseListener listener) => Released++;
    }
}
