using System.Runtime.CompilerServices;
using HiPerf.Ftp;
using HiPerf.Mirroring;

namespace HiPerf.Facade.Tests.Mirroring.Planning;

/// <summary>An end that lists what it was told, and can do nothing else.</summary>
internal sealed class ListedEnd : IMirrorEnd
{
    private readonly Dictionary<string, List<MirrorListed>> _folders = new(StringComparer.Ordinal);

    public bool KeepsTimes => true;

    public bool IgnoresCase => false;

    public FtpHashAlgorithms Hashes => FtpHashAlgorithms.None;

    public ListedEnd With(string folder, params (string Name, FtpEntryType Type)[] entries)
    {
        _folders[folder] = [.. entries.Select(static entry => new MirrorListed(entry.Name, IsPlain: true, entry.Type, 1, DateTimeOffset.UnixEpoch, FtpTimePrecision.Second))];
        return this;
    }

    public ListedEnd WithRaw(string folder, MirrorListed entry)
    {
        _folders[folder] = [entry];
        return this;
    }

    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken) => new(true);

    public async IAsyncEnumerable<MirrorListed> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var entry in _folders.GetValueOrDefault(folder) ?? [])
        {
            yield return entry;
        }
    }

    public ValueTask<ReadOnlyMemory<byte>?> HashAsync(string path, FtpHashAlgorithms algorithm, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask CreateDirectoryAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DeleteFileAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DeleteDirectoryAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => default;
}
