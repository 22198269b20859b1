#pragma warning disable CS1591, CA1822, CA1065, MA0025
namespace HiPerf.Ftp;

/// <summary>One logged-in connection to an FTP server. One operation or open file at a time; paths are relative to the current directory or absolute, <c>/</c> and <c>\</c> both part them.</summary>
/// <remarks>RFC 959. Safe to call from any thread: a second operation fails with Busy or waits (<see cref="FtpConnectOptions.BusyBehavior"/>). For work in parallel open files by URL: the session pools connections.</remarks>
public sealed class FtpConnection : IAsyncDisposable, IDisposable
{
    public InternetSession Session => throw new NotImplementedException();

    public object? Context => throw new NotImplementedException();

    /// <summary>The root of the server as URL.</summary>
    public InternetUrl Url => throw new NotImplementedException();

    public string Host => throw new NotImplementedException();

    public int Port => throw new NotImplementedException();

    /// <summary>Whether the control connection is under TLS.</summary>
    public bool IsSecure => throw new NotImplementedException();

    /// <summary>Whether data connections are under TLS too.</summary>
    public bool ProtectsData => throw new NotImplementedException();

    /// <summary>What the server answered to FEAT.</summary>
    public FtpFeatures Features => throw new NotImplementedException();

    /// <summary>The greeting.</summary>
    public FtpReplyMessage Greeting => throw new NotImplementedException();

    /// <summary>The last reply as characters; made when asked.</summary>
    public FtpReplyMessage LastReply => throw new NotImplementedException();

    /// <summary>Whether an operation or an open file holds the connection.</summary>
    public bool IsBusy => throw new NotImplementedException();

    public ValueTask<string> GetCurrentDirectoryAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask<InternetUrl> GetCurrentDirectoryUrlAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask SetCurrentDirectoryAsync(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>CDUP.</summary>
    public ValueTask SetParentDirectoryAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask CreateDirectoryAsync(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>RMD; with <paramref name="recursive"/> everything within first, links removed and not followed.</summary>
    public ValueTask DeleteDirectoryAsync(string path, bool recursive = false, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask DeleteFileAsync(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask RenameAsync(string path, string newPath, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>SIZE; null when there is no such file, or the server cannot tell.</summary>
    public ValueTask<long?> GetSizeAsync(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>MDTM; null when there is no such file, or the server cannot tell.</summary>
    public ValueTask<DateTimeOffset?> GetLastWriteTimeAsync(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>MFMT, or MDTM with a time where the server only knows that.</summary>
    public ValueTask SetLastWriteTimeAsync(string path, DateTimeOffset time, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>MLST; where the server does not know it, the entry of its folder's listing. Null when there is none.</summary>
    public ValueTask<FtpEntry?> GetEntryAsync(string path, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>HASH, XSHA256 … by what is offered; null when the server offers none of these.</summary>
    public ValueTask<FtpHash?> GetHashAsync(string path, FtpHashAlgorithms algorithms = FtpHashAlgorithms.None, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>STAT without argument.</summary>
    public ValueTask<FtpReplyMessage> GetStatusAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>NOOP. Allocates nothing on a warm connection.</summary>
    public ValueTask NoOpAsync(CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>A raw command without data; any reply is an answer, none an exception.</summary>
    public ValueTask<FtpReplyMessage> SendCommandAsync(string command, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>SITE.</summary>
    public ValueTask<FtpReplyMessage> SendSiteAsync(string argument, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>A raw command with data.</summary>
    public ValueTask<FtpFile> OpenCommandAsync(string command, FtpDataDirection direction, FtpTransferType type = FtpTransferType.Binary, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask<FtpFile> OpenReadAsync(string path, FtpReadOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask<FtpFile> OpenWriteAsync(string path, FtpWriteOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Many files one after another: the next data port is asked for while a file flows. Each file is open until the next is asked for.</summary>
    public IAsyncEnumerable<FtpFile> ReadFilesAsync(IEnumerable<string> paths, FtpReadOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public IAsyncEnumerable<FtpEntry> EnumerateAsync(string? path = null, FtpEnumerateOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask<FtpTransferResult> DownloadFileAsync(string remotePath, string localPath, FtpDownloadOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    public ValueTask<FtpTransferResult> UploadFileAsync(string localPath, string remotePath, FtpUploadOptions? options = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Drops the connection at once.</summary>
    public void Abort() => throw new NotImplementedException();

    /// <summary>QUIT, waited for shortly, and closed.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();

    /// <summary>Closes without farewell.</summary>
    public void Dispose() => throw new NotImplementedException();
}
