// Fetches one file: asks what it is, takes its octets into a part beside the target, compares what came with what the server says of it, and only then gives
// the part the target's name. What fails before leaves the target as it was.
using System.Buffers;

namespace HiPerf.Ftp;

/// <summary>One download to a local file.</summary>
internal sealed class FtpFileDownload(FtpConnection connection, FtpDownloadJob job)
{
    private const int BufferSize = 128 * 1024;

    private readonly FtpDownloadOptions _options = job.Options;
    private readonly bool _isText = job.Options.Type == FtpTransferType.Ascii;
    private readonly string _notePath = job.PartPath + ".json";
    private long? _length = job.Length;
    private DateTimeOffset? _time = job.Time;

    private bool Resumes => _options.Resume && !_isText;

    /// <summary>Fetches it.</summary>
    /// <exception cref="FtpException">AccessDenied: the target is there. ContentCorrupt: the server's file changed since an earlier attempt, or what came is not what it has.</exception>
    public async ValueTask<FtpTransferResult> RunAsync(CancellationToken cancellationToken)
    {
        var target = LocalTarget.Check(job.LocalPath, _options.Overwrite, job.FollowsLinks);
        await AskAsync(cancellationToken).ConfigureAwait(false);
        using var part = Begin();
        try
        {
            using var digest = Digest();
            var offset = part.Stream.Length;
            if (offset > 0)
            {
                offset = await ContinueAsync(part.Stream, digest, cancellationToken).ConfigureAwait(false);
            }

            if (offset == 0)
            {
                await FetchAsync(part.Stream, 0, digest, cancellationToken).ConfigureAwait(false);
            }

            var (proof, algorithm) = await ProveAsync(part.Stream.Length, digest, cancellationToken).ConfigureAwait(false);
            var result = new FtpTransferResult(part.Stream.Length, part.Stream.Length - offset, proof, algorithm, _time);
            await part.CommitAsync(target, _options.Overwrite, _options.PreservesTime ? _time : null, job.Durable).ConfigureAwait(false);
            if (Resumes)
            {
                File.Delete(_notePath);
            }

            return result;
        }
        catch (Exception e) when (!Resumes || e is FtpException { Kind: InternetErrorKind.ContentCorrupt })
        {
            part.Discard();
            File.Delete(_notePath);
            throw;
        }
    }

    private async ValueTask AskAsync(CancellationToken cancellationToken)
    {
        // What was known beforehand may be old by now; an attempt goes on only with what the server says today.
        if (Resumes && File.Exists(_notePath))
        {
            _time = null;
            _length = null;
        }

        if (!_isText)
        {
            _length ??= await connection.GetSizeAsync(job.RemotePath, cancellationToken).ConfigureAwait(false);
        }

        if (_options.PreservesTime || Resumes)
        {
            _time ??= await connection.GetLastWriteTimeAsync(job.RemotePath, cancellationToken).ConfigureAwait(false);
        }
    }

    // An earlier attempt counts only when it is known of which file it was, and the server still has that one.
    private LocalPart Begin()
    {
        if (Resumes && _length is { } length && _time is { } time)
        {
            var now = new FtpAttempt(length, time);
            if (FtpAttempt.Read(_notePath) is { } then && LocalPart.Continue(job.PartPath) is { } part)
            {
                if (then == now && part.Stream.Length <= length)
                {
                    return part;
                }

                part.Dispose();
                throw CopyErrors.RemoteChanged(job.PartPath, connection.Url);
            }

            // In this order: no note ever stands beside a part of another file.
            File.Delete(job.PartPath);
            now.Write(_notePath);
        }
        else if (Resumes)
        {
            File.Delete(_notePath);
        }
        else if (job.ForgetsAttempt && FtpAttempt.Read(job.LocalPath + ".part.json") is not null)
        {
            // The note shows that the part is ours.
            File.Delete(job.LocalPath + ".part");
            File.Delete(job.LocalPath + ".part.json");
        }

        return LocalPart.Create(job.PartPath);
    }

    // Takes up what an earlier attempt left; 0 when the server cannot go on there: it begins anew then.
    private async ValueTask<long> ContinueAsync(FileStream part, CopyDigest? digest, CancellationToken cancellationToken)
    {
        var offset = part.Length;
        if (digest is not null)
        {
            part.Position = 0;
            _ = await digest.AppendAsync(part, offset, cancellationToken).ConfigureAwait(false);
        }

        part.Position = offset;
        try
        {
            if (offset < _length)
            {
                await FetchAsync(part, offset, digest, cancellationToken).ConfigureAwait(false);
            }

            return offset;
        }
        catch (FtpException e) when (e is { Command: "REST", ReplyCode: >= 500 })
        {
            digest?.Restart();
            part.SetLength(0);
            return 0;
        }
    }

    private CopyDigest? Digest()
    {
        var algorithm = _options.Verify && !_isText ? CopyDigest.Strongest(FtpHashing.Offered(connection.Features)) : FtpHashAlgorithms.None;
        return algorithm == FtpHashAlgorithms.None ? null : new CopyDigest(algorithm);
    }

    private async ValueTask FetchAsync(FileStream part, long offset, CopyDigest? digest, CancellationToken cancellationToken)
    {
        var file = await connection.OpenReadAsync(job.RemotePath, new FtpReadOptions { Offset = offset, Type = _options.Type }, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                long count = 0;
                int read;
                while ((read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    count += read;
                    if (!_isText && _length is { } length && offset + count > length)
                    {
                        throw CopyErrors.TooLong(length, connection.Url);
                    }

                    digest?.Append(buffer.AsSpan(0, read));
                    await part.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    _options.Progress?.Report(new FtpTransferProgress(count, offset, _isText ? null : _length ?? file.ContentLength));
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private async ValueTask<(FtpProof Proof, FtpHashAlgorithms Algorithm)> ProveAsync(long length, CopyDigest? digest, CancellationToken cancellationToken)
    {
        if (_isText)
        {
            return (FtpProof.Reply, FtpHashAlgorithms.None);
        }

        if (_length is { } told && told != length)
        {
            throw CopyErrors.LengthDiffers(length, told, connection.Url);
        }

        return await CopyProof.OfHashAsync(connection, job.RemotePath, digest, cancellationToken).ConfigureAwait(false)
            ?? (_length is null ? FtpProof.Reply : FtpProof.Size, FtpHashAlgorithms.None);
    }
}
