#pragma warning disable MA0025
namespace HiPerf.Ftp;

/// <summary>One logged-in connection to an FTP server. One operation or open file at a time; paths are relative to the current directory or absolute, <c>/</c> and <c>\</c> both part them.</summary>
/// <remarks>RFC 959. Safe to call from any thread: a second operation fails with Busy or waits (<see cref="FtpConnectOptions.BusyBehavior"/>). For work in parallel open files by URL: the session pools connections.
/// A token that fires while an operation is under way closes the connection: what the server will still say can no longer be told from other replies.</remarks>
public sealed class FtpConnection : IAsyncDisposable, IDisposable
{
    private readonly FtpLink _link;
    private readonly FtpKeepAlive? _keepAlive;
    private int _disposed;

    internal FtpConnection(InternetSession session, FtpLink link, InternetUrl url, object? context)
    {
        _link = link;
        Session = session;
        Url = url;
        Context = context;
        _keepAlive = FtpKeepAlive.Start(link);
    }

    /// <summary>The session it was made by.</summary>
    public InternetSession Session { get; }

    /// <summary>The value given by the options, or else by the session.</summary>
    public object? Context { get; }

    /// <summary>Where the login led, as URL; without user and password.</summary>
    public InternetUrl Url { get; }

    /// <summary>The host in canonical form.</summary>
    public string Host => _link.Key.Host;

    /// <summary>The port of the control connection.</summary>
    public int Port => _link.Key.Port;

    /// <summary>Whether the control connection is under TLS.</summary>
    public bool IsSecure => _link.Tls is not null;

    /// <summary>Whether data connections are under TLS too.</summary>
    public bool ProtectsData => _link.ProtectsData;

    /// <summary>What the server answered to FEAT.</summary>
    public FtpFeatures Features => _link.Features;

    /// <summary>The greeting.</summary>
    public FtpReplyMessage Greeting => _link.Greeting;

    /// <summary>The last reply as characters; made when asked.</summary>
    public FtpReplyMessage LastReply => _link.Control.LastReplyMessage();

    /// <summary>Whether an operation or an open file holds the connection.</summary>
    public bool IsBusy => _link.Turn.IsTaken;

    /// <summary>Whether the connection can be used no more: it was closed, by either side, or failed.</summary>
    public bool IsClosed => _link.Control.IsClosed;

    /// <summary>Where the connection is (PWD). Never assumed: a login leads where the server wants.</summary>
    /// <exception cref="FtpException">The server does not tell, or what it says is no path name.</exception>
    public ValueTask<string> GetCurrentDirectoryAsync(CancellationToken cancellationToken = default) => FtpDirectories.GetAsync(Link, cancellationToken);

    /// <summary>Where the connection is, as URL: relative to <see cref="Url"/> where it lies within, else absolute.</summary>
    /// <inheritdoc cref="GetCurrentDirectoryAsync"/>
    public async ValueTask<InternetUrl> GetCurrentDirectoryUrlAsync(CancellationToken cancellationToken = default) =>
        FtpPath.UrlOf(Url, await GetCurrentDirectoryAsync(cancellationToken).ConfigureAwait(false), _link.LoginDirectory, isFolder: true);

    /// <summary>Goes to a directory (CWD).</summary>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">The server refuses.</exception>
    public ValueTask SetCurrentDirectoryAsync(string path, CancellationToken cancellationToken = default) => RunAsync(FtpCommand.Cwd, path, cancellationToken);

    /// <summary>Goes to the parent directory (CDUP).</summary>
    /// <exception cref="FtpException">The server refuses.</exception>
    public ValueTask SetParentDirectoryAsync(CancellationToken cancellationToken = default) => FtpExchange.RunAsync(Link, FtpCommand.Cdup, null, cancellationToken);

    /// <summary>Makes a directory (MKD).</summary>
    /// <inheritdoc cref="SetCurrentDirectoryAsync"/>
    public ValueTask CreateDirectoryAsync(string path, CancellationToken cancellationToken = default) => RunAsync(FtpCommand.Mkd, path, cancellationToken);

    /// <summary>RMD; with <paramref name="recursive"/> everything within first, links removed and not followed.</summary>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">The server refuses, or lists a name that is no name, or folders more than 100 deep. What was deleted until then stays deleted.</exception>
    public ValueTask DeleteDirectoryAsync(string path, bool recursive = false, CancellationToken cancellationToken = default) => recursive
        ? new FtpTreeRemoval(Link, Url).RunAsync(Checked(path), cancellationToken)
        : RunAsync(FtpCommand.Rmd, path, cancellationToken);

    /// <summary>Deletes a file (DELE).</summary>
    /// <inheritdoc cref="SetCurrentDirectoryAsync"/>
    public ValueTask DeleteFileAsync(string path, CancellationToken cancellationToken = default) => RunAsync(FtpCommand.Dele, path, cancellationToken);

    /// <summary>Renames or moves a file or a directory (RNFR, RNTO). What is at the new path is replaced or not as the server likes.</summary>
    /// <inheritdoc cref="SetCurrentDirectoryAsync"/>
    public ValueTask RenameAsync(string path, string newPath, CancellationToken cancellationToken = default) =>
        FtpExchange.RenameAsync(Link, Checked(path), Checked(newPath, nameof(newPath)), cancellationToken);

    /// <summary>Octets of a file in binary type (SIZE); null when there is no such file, or the server cannot tell.</summary>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">The server refuses, or says a number that is no size below 2^63.</exception>
    public ValueTask<long?> GetSizeAsync(string path, CancellationToken cancellationToken = default) =>
        FtpFileFacts.GetSizeAsync(Link, Checked(path), cancellationToken);

    /// <summary>When a file was last written (MDTM); null when there is no such file, or the server cannot tell.</summary>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">The server refuses, or says what is no time.</exception>
    public ValueTask<DateTimeOffset?> GetLastWriteTimeAsync(string path, CancellationToken cancellationToken = default) =>
        FtpFileFacts.GetLastWriteTimeAsync(Link, Checked(path), cancellationToken);

    /// <summary>Says when a file was last written: MFMT, or MDTM with a time where the server only knows that.</summary>
    /// <inheritdoc cref="SetCurrentDirectoryAsync"/>
    public ValueTask SetLastWriteTimeAsync(string path, DateTimeOffset time, CancellationToken cancellationToken = default) =>
        FtpFileFacts.SetLastWriteTimeAsync(Link, Checked(path), time, cancellationToken);

    /// <summary>One entry: MLST; where the server does not know it, from its folder's listing. Null when there is none.</summary>
    /// <inheritdoc cref="SetCurrentDirectoryAsync"/>
    public ValueTask<FtpEntry?> GetEntryAsync(string path, CancellationToken cancellationToken = default) =>
        FtpEntryLookup.FindAsync(Link, Checked(path), Url, cancellationToken);

    /// <summary>A file's hash as the server computes it (HASH, XSHA512, XSHA256, XSHA, XMD5, MD5, XCRC); null when it offers none of those asked for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="algorithms">Those to choose from, the strongest first; None is any.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">The server refuses, or says what is no such hash.</exception>
    public ValueTask<FtpHash?> GetHashAsync(string path, FtpHashAlgorithms algorithms = FtpHashAlgorithms.None, CancellationToken cancellationToken = default) =>
        FtpHashing.GetAsync(Link, Checked(path), algorithms, cancellationToken);

    /// <summary>What the server says of itself and of the connection (STAT without argument).</summary>
    /// <exception cref="FtpException">The server refuses.</exception>
    public async ValueTask<FtpReplyMessage> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var reply = await FtpExchange.AskAsync(Link, FtpCommand.Stat, null, cancellationToken).ConfigureAwait(false);
        return reply.IsCompletion ? reply : throw FtpErrors.Refused("STAT", reply.Code, reply.Text, InternetPhase.ReceivingHead, _link.Key);
    }

    /// <summary>NOOP. Allocates nothing on a warm connection.</summary>
    /// <exception cref="FtpException">The server refuses.</exception>
    public ValueTask NoOpAsync(CancellationToken cancellationToken = default) => FtpExchange.RunAsync(Link, FtpCommand.Noop, null, cancellationToken);

    /// <summary>A raw command without data; any reply is an answer, none an exception.</summary>
    /// <param name="command">A verb, and behind a space its argument.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    /// <exception cref="ArgumentException">There is no verb, or the text holds a CR, LF or NUL.</exception>
    /// <exception cref="NotSupportedException">The command begins or prepares a transfer, or changes login or protection: other members do that.</exception>
    /// <exception cref="FtpException">The connection failed, or the server ended it (421).</exception>
    public ValueTask<FtpReplyMessage> SendCommandAsync(string command, CancellationToken cancellationToken = default) =>
        FtpRawCommand.SendAsync(Link, command, cancellationToken);

    /// <summary>A command of the server's own (SITE); any reply is an answer, none an exception.</summary>
    /// <inheritdoc cref="SendCommandAsync"/>
    public ValueTask<FtpReplyMessage> SendSiteAsync(string argument, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(argument);
        return FtpExchange.AskAsync(Link, FtpCommand.Site, argument, cancellationToken);
    }

    /// <summary>A raw command with data: one of LIST, NLST, MLSD, RETR to be read, or STOR, APPE, STOU to be written.</summary>
    /// <exception cref="ArgumentException">It is none that moves data that way, or holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">The server refuses.</exception>
    public ValueTask<FtpFile> OpenCommandAsync(string command, FtpDataDirection direction, FtpTransferType type = FtpTransferType.Binary, CancellationToken cancellationToken = default) =>
        FtpTransfers.OpenCommandAsync(Link, command, direction, type, Opening, cancellationToken);

    /// <summary>Opens a file for reading (RETR).</summary>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL; or text is to be read from an offset.</exception>
    /// <exception cref="FtpException">The server refuses, the offset too: data never comes from elsewhere instead.</exception>
    public ValueTask<FtpFile> OpenReadAsync(string path, FtpReadOptions? options = null, CancellationToken cancellationToken = default) =>
        FtpTransfers.OpenReadAsync(Link, Checked(path), options, Opening, cancellationToken);

    /// <summary>Opens a file for writing (STOR, STOU, APPE).</summary>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL; or the offset is for what has none.</exception>
    /// <exception cref="FtpException">The server refuses.</exception>
    public ValueTask<FtpFile> OpenWriteAsync(string path, FtpWriteOptions? options = null, CancellationToken cancellationToken = default) =>
        FtpTransfers.OpenWriteAsync(Link, Checked(path), options, Opening, cancellationToken);

    /// <summary>Many files one after another, each open until the next is asked for: what was not read of it then is given up. The next data port is asked for as a file ends.</summary>
    /// <remarks>A file that the server refuses comes too: its <see cref="FtpFile.Refusal"/> says why, and reading it throws that. Paths are taken one ahead.</remarks>
    /// <exception cref="FtpException">The connection failed.</exception>
    public IAsyncEnumerable<FtpFile> ReadFilesAsync(IEnumerable<string> paths, FtpReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return FtpBatch.ReadFilesAsync(Link, paths, options, Url, Context, cancellationToken);
    }

    /// <summary>Lists a folder, the current one by default, entry by entry as they come (MLSD, or LIST where that is not offered).</summary>
    /// <exception cref="ArgumentException">The path is empty, or holds a CR, LF or NUL; or an option is out of range.</exception>
    /// <exception cref="FtpException">The server refuses; the listing breaks off, or goes beyond a limit.</exception>
    public IAsyncEnumerable<FtpEntry> EnumerateAsync(string? path = null, FtpEnumerateOptions? options = null, CancellationToken cancellationToken = default) =>
        FtpFolder.EnumerateAsync(Link, path is null ? string.Empty : Checked(path), options, Url, null, cancellationToken);

    /// <summary>Copies a file of the server to a local one: beside it first, compared with what the server says of its file, and renamed when it is whole.</summary>
    /// <remarks>Several commands, each in its turn: what else uses the connection meanwhile may come between them.</remarks>
    /// <exception cref="ArgumentException">A path is empty, or the server's holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">AccessDenied: the local file is there. ContentCorrupt: what came is not what the server has, or its file changed since an attempt that
    /// was to be resumed. Or the transfer failed: the local file is what it was.</exception>
    /// <exception cref="IOException">The local file cannot be written.</exception>
    public ValueTask<FtpTransferResult> DownloadFileAsync(string remotePath, string localPath, FtpDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(localPath);
        options ??= FtpDownloadOptions.Default;
        var job = new FtpDownloadJob(Checked(remotePath, nameof(remotePath)), localPath, options) { ForgetsAttempt = !options.Resume };
        return new FtpFileDownload(this, job).RunAsync(cancellationToken);
    }

    /// <summary>Copies a local file to the server: under another name first, compared with what the server says of it, and renamed when it is whole.</summary>
    /// <remarks>Several commands, each in its turn. Whether a rename replaces the file that is there is the server's choice; nothing is deleted to make room.</remarks>
    /// <exception cref="ArgumentException">A path is empty, or the server's holds a CR, LF or NUL.</exception>
    /// <exception cref="FtpException">NotFound or AccessDenied: of the local file; AccessDenied: the server's file is there. ContentCorrupt: the server has not what was sent, or
    /// no beginning of it. Or the transfer failed: the server's file is what it was, unless <see cref="FtpUploadOptions.UsesTemporaryName"/> is false.</exception>
    public ValueTask<FtpTransferResult> UploadFileAsync(string localPath, string remotePath, FtpUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(localPath);
        return new FtpFileUpload(this, localPath, Checked(remotePath, nameof(remotePath)), options ?? FtpUploadOptions.Default).RunAsync(cancellationToken);
    }

    /// <summary>The path an ftp or ftps URL names, as members of a connection take it: relative to where the login led, or with a slash before it absolute; empty is where the login led.</summary>
    /// <param name="url">The URL; a type code at its end is left out.</param>
    /// <exception cref="UriFormatException">The path holds an encoded CR, LF or NUL, or the type code is none. RFC 1738 section 3.2.</exception>
    public static string PathOf(InternetUrl url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return FtpPath.Read(url).In(FtpNames.Default).Path;
    }

    /// <summary>Drops the connection at once, whatever is under way.</summary>
    public void Abort() => _link.Control.Abort();

    /// <summary>Says QUIT, waits a second at most for the answer, and closes; at once where an operation or a file holds the connection.</summary>
    public ValueTask DisposeAsync() => TryDispose() ? FtpFarewell.SayAsync(_link) : default;

    /// <summary>Closes without farewell; what is under way fails.</summary>
    public void Dispose()
    {
        if (TryDispose())
        {
            FtpFarewell.Close(_link);
        }
    }

    // Every operation asks for the link here.
    private FtpLink Link
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
            return _link;
        }
    }

    private string Checked(string path, string name = "path") => FtpPath.Check(path, _link.Control.Names, name);

    private FtpOpening Opening => new(null, Url, null, Context);

    private bool TryDispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return false;
        }

        _keepAlive?.Dispose();
        return true;
    }

    private ValueTask RunAsync(FtpCommand command, string path, CancellationToken cancellationToken) =>
        FtpExchange.RunAsync(Link, command, Checked(path), cancellationToken);
}
