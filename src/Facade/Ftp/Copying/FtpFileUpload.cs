// Brings one local file to the server: under a name of its own beside the target, compared with what the server says of it, and renamed when it is whole.
// A rename onto a file that is there is the server's to allow; nothing is deleted to make room, which would leave none of the two if it failed then.
using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>One upload of a local file.</summary>
internal sealed class FtpFileUpload(FtpConnection connection, string localPath, string remotePath, FtpUploadOptions options)
{
    private const int BufferSize = 128 * 1024;

    private readonly bool _isText = options.Type == FtpTransferType.Ascii;

    private bool Resumes => options.Resume && !_isText;

    /// <summary>Brings it.</summary>
    /// <exception cref="FtpException">AccessDenied: the server's file is there. ContentCorrupt: what the server has is no beginning of the file, or not what was sent.</exception>
    public async ValueTask<FtpTransferResult> RunAsync(CancellationToken cancellationToken)
    {
        var local = Open();
        await using (local.ConfigureAwait(false))
        {
            var (length, time) = (local.Length, File.GetLastWriteTimeUtc(local.SafeFileHandle));
            if (!options.Overwrite && await ExistsAsync(remotePath, cancellationToken).ConfigureAwait(false))
            {
                throw CopyErrors.RemoteExists(remotePath, connection.Url);
            }

            var name = !options.UsesTemporaryName ? remotePath : Resumes ? RemoteName.Of(remotePath, localPath, length, time) : RemoteName.Unique(remotePath);
            var offset = Resumes ? await OffsetAsync(name, length, time, cancellationToken).ConfigureAwait(false) : 0;
            using var digest = Digest();
            try
            {
                if (offset > 0 && digest is not null && await digest.AppendAsync(local, offset, cancellationToken).ConfigureAwait(false) < offset)
                {
                    throw CopyErrors.LocalChanged(localPath);
                }

                local.Position = offset;
                if (offset < length || offset == 0)
                {
                    await SendAsync(local, name, offset, length, digest, cancellationToken).ConfigureAwait(false);
                }

                var (proof, algorithm) = await ProveAsync(name, length, digest, cancellationToken).ConfigureAwait(false);
                var kept = await PreserveTimeAsync(name, time, cancellationToken).ConfigureAwait(false);
                if (options.UsesTemporaryName)
                {
                    await connection.RenameAsync(name, remotePath, cancellationToken).ConfigureAwait(false);
                }

                return new FtpTransferResult(length, length - offset, proof, algorithm, kept);
            }
            catch (Exception e) when (options.UsesTemporaryName && (!Resumes || e is FtpException { Kind: InternetErrorKind.ContentCorrupt }))
            {
                await RemoveAsync(name).ConfigureAwait(false);
                throw;
            }
        }
    }

    private FileStream Open()
    {
        switch (RegularFile.KindOf(localPath))
        {
            case EntryKind.Missing:
                throw CopyErrors.LocalMissing(localPath);
            case EntryKind.Folder:
                throw CopyErrors.LocalFolder(localPath);
            case EntryKind.Other:
                throw CopyErrors.LocalNotRegular(localPath);
        }

        var file = new FileStream(localPath, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.Read,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        });
        if (RegularFile.IsRegular(file.SafeFileHandle))
        {
            return file;
        }

        file.Dispose();
        throw CopyErrors.LocalNotRegular(localPath);
    }

    private async ValueTask<bool> ExistsAsync(string path, CancellationToken cancellationToken) => connection.Features.Has(FtpFeatureNames.Size)
        ? await connection.GetSizeAsync(path, cancellationToken).ConfigureAwait(false) is not null
        : await connection.GetEntryAsync(path, cancellationToken).ConfigureAwait(false) is not null;

    // A name of our own says by itself whose beginning lies there; the target's does not, so its time has to.
    private async ValueTask<long> OffsetAsync(string name, long length, DateTime time, CancellationToken cancellationToken)
    {
        if (await connection.GetSizeAsync(name, cancellationToken).ConfigureAwait(false) is not { } size)
        {
            return 0;
        }

        if (options.UsesTemporaryName)
        {
            return size <= length ? size : 0;
        }

        var written = await connection.GetLastWriteTimeAsync(name, cancellationToken).ConfigureAwait(false);

        // The server tells whole seconds.
        return size <= length && written is { } at && at.UtcDateTime.AddSeconds(1) > time ? size : throw CopyErrors.CannotContinue(name, connection.Url);
    }

    private CopyDigest? Digest()
    {
        var algorithm = options.Verify && !_isText ? CopyDigest.Strongest(FtpHashing.Offered(connection.Features)) : FtpHashAlgorithms.None;
        return algorithm == FtpHashAlgorithms.None ? null : new CopyDigest(algorithm);
    }

    private async ValueTask SendAsync(FileStream local, string name, long offset, long length, CopyDigest? digest, CancellationToken cancellationToken)
    {
        var appends = offset > 0 && !connection.Features.Has(FtpFeatureNames.RestStream);
        var file = await connection.OpenWriteAsync(name, new FtpWriteOptions
        {
            Mode = appends ? FtpWriteMode.Append : FtpWriteMode.Create,
            Offset = appends ? 0 : offset,
            Type = options.Type,
        }, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                long count = 0;
                int read;
                while ((read = await local.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    count += read;
                    digest?.Append(buffer.AsSpan(0, read));
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    options.Progress?.Report(new FtpTransferProgress(count, offset, length));
                }

                if (offset + count != length)
                {
                    throw CopyErrors.LocalChanged(localPath);
                }

                await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async ValueTask<(FtpProof Proof, FtpHashAlgorithms Algorithm)> ProveAsync(string name, long length, CopyDigest? digest, CancellationToken cancellationToken)
    {
        if (_isText)
        {
            return (FtpProof.Reply, FtpHashAlgorithms.None);
        }

        var size = await connection.GetSizeAsync(name, cancellationToken).ConfigureAwait(false);
        if (size is { } told && told != length)
        {
            throw CopyErrors.LengthDiffers(told, length, connection.Url);
        }

        return await CopyProof.OfHashAsync(connection, name, digest, cancellationToken).ConfigureAwait(false)
            ?? (size is null ? FtpProof.Reply : FtpProof.Size, FtpHashAlgorithms.None);
    }

    // A server that cannot, or will not, keeps its own time: the file is whole all the same.
    private async ValueTask<DateTimeOffset?> PreserveTimeAsync(string name, DateTime time, CancellationToken cancellationToken)
    {
        if (!options.PreservesTime || !(connection.Features.Has(FtpFeatureNames.Mfmt) || connection.Features.Has(FtpFeatureNames.Mdtm)))
        {
            return null;
        }

        try
        {
            var offset = new DateTimeOffset(time);
            await connection.SetLastWriteTimeAsync(name, offset, cancellationToken).ConfigureAwait(false);
            return offset;
        }
        catch (FtpException e) when (e.ReplyCode is >= 500 and not 530)
        {
            return null;
        }
    }

    // Only if the connection lives; and not under the caller's token, which may be why.
    private async ValueTask RemoveAsync(string name)
    {
        try
        {
            await connection.DeleteFileAsync(name, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InternetException or ObjectDisposedException)
        {
            // The error on the way here is the one to tell.
        }
    }
}
