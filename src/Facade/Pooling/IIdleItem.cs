namespace HiPerf;

/// <summary>What an <see cref="IdlePool{TKey, TItem}"/> keeps: a connection between two uses.</summary>
internal interface IIdleItem
{
    /// <summary>When it was put into the pool, in ticks of the session's clock; the pool's to set.</summary>
    long IdleSince { get; set; }

    /// <summary>Whether nothing came since its last use: no octet, no end. Does not wait.</summary>
    bool IsQuiet();

    /// <summary>Closes it for good and tells so; never throws. Nothing may be under way on it.</summary>
    void Release(PhaseListener listener);
}
