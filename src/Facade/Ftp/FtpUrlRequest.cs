using System.Buffers;
using System.Runtime.CompilerServices;
using HiPerf.Transport;

namespace HiPerf.Ftp;

/// <summary>What one ftp or ftps URL asks for: of whom, as whom, which path; and the work on it, over a connection of the session.</summary>
/// <remarks>A connection that was idle and turns out to have ended is replaced by a new one, once, for what is done here is reading and can be asked for again.
/// The directory of a lent connection is never changed, so that the next URL begins where the login led.</remarks>
internal sealed class FtpUrlRequest
{
    private static readonly SearchValues<char> s_refused = SearchValues.Create("\r\n\0");

    private readonly FtpClientCore _core;
    private readonly InternetUrl _url;
    private readonly FtpTarget _target;
    private readonly FtpUrlPath _path;
    private readonly DirectoryFormat _format;
    private readonly InternetTimeouts _timeouts;
    private readonly PhaseListener _listener;

    private FtpUrlRequest(FtpClientCore core, InternetUrl url, FtpTarget target, OpenOptions options)
    {
        _core = core;
        _url = url;
        _target = target;
        _path = FtpPath.Read(url);
        _format = options.DirectoryFormat;
        _timeouts = options.Timeouts ?? core.Options.Timeouts;
        _listener = core.Listen(options.StatusChanged);
    }

    /// <summary>Reads the URL, and what the options add.</summary>
    /// <exception cref="UriFormatException">The path, the user or the password is none that can be sent.</exception>
    /// <exception cref="ArgumentException">The options cannot be kept, or there is a password and no user.</exception>
    /// <exception cref="NotSupportedException">The scheme is another.</exception>
    public static FtpUrlRequest Read(FtpClientCore core, InternetUrl url, OpenOptions options)
    {
        if (url.Scheme is not ("ftp" or "ftps"))
        {
            throw new NotSupportedException($"The URL's scheme is not ftp or ftps but '{url.Scheme}'.");
        }

        if (url.UserName.AsSpan().ContainsAny(s_refused) || url.Password.AsSpan().ContainsAny(s_refused))
        {
            throw new UriFormatException("The user or the password in the URL holds an encoded CR, LF or NUL (RFC 1738 section 3.1).");
        }

        var settings = options.Ftp ?? core.Options.Ftp;
        if (url.UserName.Length > 0 || url.Password.Length > 0)
        {
            settings = settings with { UserName = url.UserName, Password = url.Password, Account = null };
        }

        FtpCredentials.Check(settings);
        return new FtpUrlRequest(core, url, FtpTarget.Of(core.Dialer, url.Scheme, url.Host, url.Port, settings), options);
    }

    /// <summary>Opens the file, or the folder as a page or as the server lists it.</summary>
    /// <typeparam name="T">As what it is handed out.</typeparam>
    /// <exception cref="NotSupportedException">The URL names a folder, and its page is no <typeparamref name="T"/>.</exception>
    public ValueTask<T> OpenAsync<T>(object? context, CancellationToken cancellationToken)
        where T : InternetFile => !_path.IsFolder ? OpenFileAsync<T>(context, cancellationToken)
            : _format == DirectoryFormat.Raw ? BeginAsync(lease => OpenRawAsync<T>(lease, context, cancellationToken), cancellationToken)
            : typeof(T).IsAssignableFrom(typeof(DirectoryFile)) ? BeginAsync(lease => OpenPageAsync<T>(lease, context, cancellationToken), cancellationToken)
            : throw new NotSupportedException("The URL names a folder, whose page is no file of FTP: OpenAsync opens it, EnumerateAsync lists it, and DirectoryFormat.Raw is its listing as the server sends it.");

    private async ValueTask<T> OpenFileAsync<T>(object? context, CancellationToken cancellationToken)
        where T : InternetFile
    {
        for (var mayReuse = true; ; mayReuse = false)
        {
            var lease = await _core.TakeAsync(_target, _timeouts, _listener, mayReuse, cancellationToken).ConfigureAwait(false);
            try
            {
                var options = FtpReadOptions.Default with { Type = _path.Type };
                var opening = new FtpOpening(lease, Root, _url, context);
                return (T)(InternetFile)await FtpTransfers.OpenReadAsync(lease.Link, Lay(lease.Link.Control), options, opening, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                var isStale = lease.IsStale(error, cancellationToken);
                lease.Release();
                if (!isStale)
                {
                    throw;
                }

                _listener.Raise(PhaseEventKind.Retrying, _target.Key.EndPoint);
            }
        }
    }

    /// <summary>Lists the folder.</summary>
    public async IAsyncEnumerable<InternetEntry> EnumerateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (entries, lease, isAny) = await BeginAsync(lease => BeginListingAsync(lease, cancellationToken), cancellationToken).ConfigureAwait(false);
        try
        {
            for (; isAny; isAny = await entries.MoveNextAsync().ConfigureAwait(false))
            {
                yield return entries.Current;
            }
        }
        finally
        {
            await entries.DisposeAsync().ConfigureAwait(false);
            lease.Release();
        }
    }

    private InternetUrl Root => _url.Resolve("/");

    // Begins what is read of a folder, on an idle connection or a new one. What fails puts its own work in order and leaves the lease.
    private async ValueTask<T> BeginAsync<T>(Func<FtpLease, ValueTask<T>> begin, CancellationToken cancellationToken)
    {
        for (var mayReuse = true; ; mayReuse = false)
        {
            var lease = await _core.TakeAsync(_target, _timeouts, _listener, mayReuse, cancellationToken).ConfigureAwait(false);
            try
            {
                return await begin(lease).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                var isStale = lease.IsStale(error, cancellationToken);
                lease.Release();
                if (!isStale)
                {
                    throw;
                }

                _listener.Raise(PhaseEventKind.Retrying, _target.Key.EndPoint);
            }
        }
    }

    private async ValueTask<T> OpenRawAsync<T>(FtpLease lease, object? context, CancellationToken cancellationToken)
        where T : InternetFile
    {
        var opening = new FtpOpening(lease, Root, _url, context);
        return (T)(InternetFile)await FtpTransfers.OpenListingAsync(lease.Link, Lay(lease.Link.Control), opening, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<T> OpenPageAsync<T>(FtpLease lease, object? context, CancellationToken cancellationToken)
        where T : InternetFile
    {
        var link = lease.Link;
        var folder = new FtpFolderPlace(Root, Lay(link.Control), link.LoginDirectory, link.Control.Names);
        var reader = await FtpDirectoryReader.OpenAsync(lease, folder, cancellationToken).ConfigureAwait(false);
        try
        {
            var isAny = await reader.MoveNextAsync(cancellationToken).ConfigureAwait(false);
            return (T)(InternetFile)new DirectoryFile(_url, FtpPath.FolderOf(_url, _path), context, reader, isAny);
        }
        catch
        {
            await reader.CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<(IAsyncEnumerator<FtpEntry> Entries, FtpLease Lease, bool IsAny)> BeginListingAsync(FtpLease lease, CancellationToken cancellationToken)
    {
        var entries = FtpFolder.EnumerateAsync(lease.Link, Lay(lease.Link.Control), null, Root, lease, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            return (entries, lease, await entries.MoveNextAsync().ConfigureAwait(false));
        }
        catch
        {
            await entries.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // The connection sends the path's octets as they stand in the URL.
    private string Lay(FtpControl control)
    {
        (var path, control.Names) = _path.In(control.Names);
        return path;
    }
}
