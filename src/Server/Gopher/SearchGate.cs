namespace HiPerf.Server;

/// <summary>Lets so many searches run at once and no more: each reads many folders, on threads that all connections share.</summary>
internal sealed class SearchGate(int most)
{
    private int _count;

    /// <summary>Takes a place; <see cref="Leave"/> gives it back.</summary>
    /// <returns>False when all are taken.</returns>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= most)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);
}
