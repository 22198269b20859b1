// Copies one file between two ends, whatever they are. Every way writes beside the target and renames: a target is what it was, or whole.
using System.Security.Cryptography;
using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Mirroring;

/// <summary>Copies the files of one plan.</summary>
/// <param name="plan">Whose.</param>
/// <param name="execution">How.</param>
/// <param name="isResumed">Whether an earlier execution was cut short. Then a new file may be in place already, its note lost with the crash.</param>
internal sealed class MirrorCopier(MirrorPlan plan, MirrorExecution execution, bool isResumed)
{
    // Below, going on costs more than beginning anew.
    private const long LeastToResume = 1024 * 1024;

    private bool IsDurable => execution.JournalPath is not null;

    /// <summary>Copies one file.</summary>
    /// <returns>The octets that were moved, and what is proved.</returns>
    public ValueTask<(long Bytes, FtpProof Proof)> CopyAsync(MirrorOperation operation, IMirrorEnd source, IMirrorEnd destination, CancellationToken cancellationToken) =>
        (source, destination) switch
        {
            (FtpEnd from, LocalEnd to) => FetchAsync(operation, from, to.Root.File(operation.Path), cancellationToken),
            (LocalEnd from, FtpEnd to) => SendAsync(operation, from.Root.File(operation.Path), to, cancellationToken),
            (LocalEnd from, LocalEnd to) => CopyAsync(operation, from, to, cancellationToken),
            (FtpEnd from, FtpEnd to) => RelayAsync(operation, from, to, cancellationToken),
            _ => throw new NotSupportedException("No copy between these ends is known."),
        };

    // Derived from what no peer knows beforehand: a name on the server cannot be that of a part.
    private string PartOf(string path, string target) =>
        Path.Join(Path.GetDirectoryName(target), $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Nonce}\n{path}")).AsSpan(0, 8))}.part");

    // A file of another length was made by somebody else since: it stays.
    private bool IsOwn(MirrorOperation operation, string target) =>
        isResumed && operation.Length is { } length && new FileInfo(target) is { Exists: true } file && file.Length == length;

    private async ValueTask<bool> IsOwnAsync(MirrorOperation operation, FtpConnection connection, string target, CancellationToken cancellationToken) =>
        isResumed && operation.Length is { } length
        && await connection.GetEntryAsync(target, cancellationToken).ConfigureAwait(false) is { Type: FtpEntryType.File } entry && entry.Length == length;

    private async ValueTask<(long Bytes, FtpProof Proof)> FetchAsync(MirrorOperation operation, FtpEnd from, string target, CancellationToken cancellationToken)
    {
        var job = new FtpDownloadJob(from.PathOf(operation.Path), target, new FtpDownloadOptions
        {
            Overwrite = operation.Kind == MirrorOperationKind.Replace || IsOwn(operation, target),
            Resume = IsDurable && operation.Length >= LeastToResume,
            Verify = execution.Verify,
            PreservesTime = plan.PreservesTimes,
        })
        {
            PartPath = PartOf(operation.Path, target),
            Length = operation.Length,
            Time = operation.TimePrecision == FtpTimePrecision.Second ? operation.LastWriteTime : null,
            Durable = IsDurable,
            FollowsLinks = false,
        };
        var result = await new FtpFileDownload(from.Connection, job).RunAsync(cancellationToken).ConfigureAwait(false);
        return (result.Transferred, result.Proof);
    }

    private async ValueTask<(long Bytes, FtpProof Proof)> SendAsync(MirrorOperation operation, string local, FtpEnd to, CancellationToken cancellationToken)
    {
        if (operation.Length is { } length && new FileInfo(local) is var info && (!info.Exists || info.Length != length))
        {
            throw MirrorErrors.Changed(operation.Path);
        }

        var target = to.PathOf(operation.Path);
        var upload = new FtpFileUpload(to.Connection, local, target, new FtpUploadOptions
        {
            Overwrite = operation.Kind == MirrorOperationKind.Replace || await IsOwnAsync(operation, to.Connection, target, cancellationToken).ConfigureAwait(false),
            Resume = IsDurable && operation.Length >= LeastToResume,
            Verify = execution.Verify,
            PreservesTime = plan.PreservesTimes,
        });
        var result = await upload.RunAsync(cancellationToken).ConfigureAwait(false);
        return (result.Transferred, result.Proof);
    }

    private async ValueTask<(long Bytes, FtpProof Proof)> CopyAsync(MirrorOperation operation, LocalEnd from, LocalEnd to, CancellationToken cancellationToken)
    {
        var target = to.Root.File(operation.Path);
        var replaces = operation.Kind == MirrorOperationKind.Replace || IsOwn(operation, target);
        if (!replaces && Path.Exists(target))
        {
            throw MirrorErrors.Appeared(operation.Path);
        }

        var file = from.OpenRead(operation.Path);
        await using (file.ConfigureAwait(false))
        {
            var length = file.Length;
            using var part = LocalPart.Create(PartOf(operation.Path, target));
            try
            {
                await file.CopyToAsync(part.Stream, cancellationToken).ConfigureAwait(false);
                if (part.Stream.Length != length || (operation.Length is { } planned && planned != length))
                {
                    throw MirrorErrors.Changed(operation.Path);
                }

                DateTimeOffset? time = plan.PreservesTimes ? new DateTimeOffset(File.GetLastWriteTimeUtc(file.SafeFileHandle)) : null;
                await part.CommitAsync(target, replaces, time, IsDurable).ConfigureAwait(false);
                return (length, FtpProof.Size);
            }
            catch
            {
                part.Discard();
                throw;
            }
        }
    }

    // From server to server through this machine: the second gets what the first was proved to have sent.
    private async ValueTask<(long Bytes, FtpProof Proof)> RelayAsync(MirrorOperation operation, FtpEnd from, FtpEnd to, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var local = Path.Join(folder.FullName, "file");
            var (_, fetched) = await FetchAsync(operation, from, local, cancellationToken).ConfigureAwait(false);
            var (bytes, sent) = await SendAsync(operation, local, to, cancellationToken).ConfigureAwait(false);
            return (bytes, fetched < sent ? fetched : sent);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
