#pragma warning disable MA0025
namespace HiPerf.Ftp;

/// <summary>A file on an FTP server, open for reading or for writing, never both. While it is open it holds its connection.</summary>
/// <remarks>The end of what is read is verified: the data connection ended in good order and the server said that the transfer is complete; a read returns 0 only then.
/// A file that is written is whole when <see cref="CompleteAsync"/> returned; disposing of it before aborts the transfer.</remarks>
public sealed class FtpFile : InternetFile
{
    private readonly FtpTransfer _transfer;

    internal FtpFile(FtpTransfer transfer, InternetUrl url, object? context)
    {
        _transfer = transfer;
        Url = url;
        Context = context;
    }

    /// <inheritdoc/>
    public override InternetUrl Url { get; }

    /// <summary>Octets of the whole file: what SIZE said, or the hint in the reply that began the transfer; null when neither told.</summary>
    public override long? ContentLength => _transfer.Length;

    /// <inheritdoc/>
    public override bool LengthVerified => _transfer.IsComplete;

    /// <inheritdoc/>
    public override bool IsComplete => _transfer.IsComplete;

    /// <inheritdoc/>
    public override object? Context { get; }

    /// <inheritdoc/>
    public override bool CanRead => !_transfer.IsUpload;

    /// <inheritdoc/>
    public override bool CanWrite => _transfer.IsUpload;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Reads what is left, or ends what was written, and awaits the server's word that the transfer is complete.</summary>
    /// <exception cref="InternetException">It is not.</exception>
    public override ValueTask CompleteAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override void Abort() => throw new NotImplementedException();
}
