namespace HiPerf;

/// <summary>Reads the entries of one folder, one after the other. One move at a time; <see cref="Abort"/> from any thread.</summary>
internal interface IDirectoryReader
{
    /// <summary>The entry that was moved to last.</summary>
    InternetEntry Current { get; }

    /// <summary>Moves to the next entry if it is here already.</summary>
    /// <param name="moved">False at the end, which is known to be the true one.</param>
    /// <returns>False where it has to be waited for.</returns>
    bool TryMoveNext(out bool moved);

    /// <summary>Moves to the next entry by synchronous I/O.</summary>
    /// <returns>False at the end, which is known to be the true one.</returns>
    bool MoveNext();

    /// <summary>Moves to the next entry.</summary>
    /// <returns>False at the end, which is known to be the true one.</returns>
    ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken);

    /// <summary>Gives back what is held, without waiting; what is incomplete is given up. Never throws; again it does nothing.</summary>
    void Close();

    /// <summary>The same, but waits for the peer's word where that keeps a connection.</summary>
    ValueTask CloseAsync();

    /// <summary>Makes a move that is under way fail where it waits for a peer. Never throws.</summary>
    void Abort();
}
