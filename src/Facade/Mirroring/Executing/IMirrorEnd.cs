using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>One side of a mirror: a tree of folders somewhere. Paths are relative to its root and plain. One caller at a time.</summary>
internal interface IMirrorEnd : IAsyncDisposable
{
    /// <summary>Whether copies can be given the time of their source.</summary>
    bool KeepsTimes { get; }

    /// <summary>Whether names that differ in case are one.</summary>
    bool IgnoresCase { get; }

    /// <summary>The hashes it can compute.</summary>
    FtpHashAlgorithms Hashes { get; }

    /// <summary>Whether the root is there, and a folder.</summary>
    ValueTask<bool> ExistsAsync(CancellationToken cancellationToken);

    /// <summary>Lists one folder; empty is the root.</summary>
    IAsyncEnumerable<MirrorListed> ListAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Computes a hash of a file; null when that fails for this file.</summary>
    ValueTask<ReadOnlyMemory<byte>?> HashAsync(string path, FtpHashAlgorithms algorithm, CancellationToken cancellationToken);

    /// <summary>Makes a folder; empty is the root.</summary>
    ValueTask CreateDirectoryAsync(string path, CancellationToken cancellationToken);

    /// <summary>Removes a file, or a link itself.</summary>
    ValueTask DeleteFileAsync(string path, CancellationToken cancellationToken);

    /// <summary>Removes an empty folder.</summary>
    ValueTask DeleteDirectoryAsync(string path, CancellationToken cancellationToken);
}
