using System.Buffers;
using System.Text;
using HiPerf.Http1;

namespace HiPerf.Http;

/// <summary>The request of an exchange as octets ready to send, and what a redirect makes of it. Written once, sent as often as the file is reopened.</summary>
/// <remarks>Carries no content yet: a method that could have some says <c>Content-Length: 0</c>. Credentials in a URL become Basic
/// credentials (RFC 7617) for that origin alone; those of a Location are not believed.</remarks>
internal sealed class HttpRequest
{
    private static readonly SearchValues<char> s_ascii = SearchValues.Create([.. Enumerable.Range(0, 0x80).Select(static c => (char)c)]);

    // The web's URLs (WHATWG) keep some octets as they are that no request-target may hold. RFC 9112 section 3.2, RFC 3986 appendix A.
    private static readonly SearchValues<char> s_targetOctets =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(static c => (char)c).Except("\"<>\\^`{|}")]);

    private readonly ArrayBufferWriter<byte> _octets;
    private readonly InternetSessionOptions _options;
    private readonly Dialer _dialer;
    private readonly IReadOnlyList<HttpField> _fields;
    private readonly InternetUrl _requestUrl;
    private InternetUrl? _url;
    private byte[] _target;
    private byte[] _spare = [];
    private int _targetLength;
    private byte[] _host;
    private string? _authorization;
    private string _method;
    private bool _leftOrigin;

    /// <param name="octets">Where the head is written.</param>
    /// <param name="options">What every request of the session says.</param>
    /// <param name="dialer">Names the connections.</param>
    /// <param name="url">An http or https URL.</param>
    /// <param name="open">What this one says beside.</param>
    public HttpRequest(ArrayBufferWriter<byte> octets, InternetSessionOptions options, Dialer dialer, InternetUrl url, OpenOptions open)
    {
        _octets = octets;
        _dialer = dialer;
        _options = options;
        _fields = open.Headers;
        _method = open.Method;
        _requestUrl = _url = url;
        Key = KeyOf(url);
        _target = TargetOf(url);
        _targetLength = _target.Length;
        _host = HostOf(url);
        _authorization = BasicOf(url);
        Write();
    }

    /// <summary>The connection it needs.</summary>
    public ConnectionKey Key { get; private set; }

    /// <summary>The head, ready to send.</summary>
    public ReadOnlyMemory<byte> Octets => _octets.WrittenMemory;

    /// <summary>The same head as an event of its exchange.</summary>
    public ExchangeEvent Event { get; private set; }

    /// <summary>The URL that was asked for first.</summary>
    public InternetUrl RequestUrl => _requestUrl;

    /// <summary>The URL it stands for now.</summary>
    public InternetUrl Url => _url ??= InternetUrl.Parse($"{Key.Scheme}://{Encoding.ASCII.GetString(_host)}{Encoding.ASCII.GetString(Target)}");

    public RequestMethod MethodToken { get; private set; }

    /// <summary>Whether it may be sent again without being asked. RFC 9110 section 9.2.2.</summary>
    public bool IsIdempotent => (RequestMethods.Flags(MethodToken) & MethodFlags.Idempotent) != 0;

    /// <summary>Points it at another target of the same origin; nothing is allocated once the buffers have grown.</summary>
    /// <param name="target">Origin-form, percent-encoded.</param>
    public void Retarget(string target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.StartsWith('/') || !System.Text.Ascii.IsValid(target))
        {
            throw new ArgumentException("The request-target is not in origin-form.", nameof(target));
        }

        if (System.Text.Ascii.Equals(Target, target))
        {
            return;
        }

        if (_spare.Length < target.Length)
        {
            _spare = new byte[Math.Max(target.Length, 2 * _spare.Length)];
        }

        var before = (_targetLength, _url);
        _targetLength = Encoding.ASCII.GetBytes(target, _spare);
        (_target, _spare) = (_spare, _target);
        try
        {
            Write();
            _url = null;
        }
        catch (ArgumentException)
        {
            (_target, _spare) = (_spare, _target);
            (_targetLength, _url) = before;
            Write();
            throw;
        }
    }

    /// <summary>Points it where a response leads.</summary>
    /// <param name="location">The Location field's value, one character an octet.</param>
    /// <param name="status">The status of the response.</param>
    /// <exception cref="InternetException">RedirectRefused: the Location is no URL, or leads where none is followed.</exception>
    public HttpRedirect Redirect(string location, int status)
    {
        var from = Url;
        if (!from.TryResolve(Escape(location, s_ascii), out var to))
        {
            throw HttpErrors.RedirectRefused("The Location is no URL.", status, Key);
        }

        if (!RedirectPolicy.MayFollow(Key.Scheme, to.Scheme))
        {
            throw HttpErrors.RedirectRefused($"A redirect from {Key.Scheme} to {to.Scheme} is not followed.", status, Key);
        }

        var key = KeyOf(to);
        var before = (Key, _url, _target, _targetLength, _host, _method, _authorization, _leftOrigin);
        if (!key.IsSameOrigin(Key))
        {
            _leftOrigin = true;
            _authorization = null;
        }

        _method = RedirectPolicy.MethodAfter(status, _method);
        (Key, _url, _target, _host) = (key, to, TargetOf(to), HostOf(to));
        _targetLength = _target.Length;
        try
        {
            Write();
        }
        catch (ArgumentException)
        {
            (Key, _url, _target, _targetLength, _host, _method, _authorization, _leftOrigin) = before;
            Write();
            throw HttpErrors.RedirectRefused("The Location names a host that no Host field can name.", status, Key);
        }

        return new HttpRedirect(from, to, status);
    }

    private ReadOnlySpan<byte> Target => _target.AsSpan(0, _targetLength);

    private ConnectionKey KeyOf(InternetUrl url) => _dialer.KeyOf(url.Scheme, url.Host, url.Port, url.Scheme == "https");

    private void Write()
    {
        _octets.ResetWrittenCount();
        Span<byte> method = stackalloc byte[64];
        if (_method.Length > method.Length || !System.Text.Ascii.IsValid(_method))
        {
            throw new ArgumentException("The method is no token of at most 64 octets.");
        }

        method = method[..Encoding.ASCII.GetBytes(_method, method)];
        MethodToken = RequestMethods.Find(method);
        var writer = new RequestHeadWriter(_octets);
        if (Key.IsForwarded)
        {
            WriteForwarded(ref writer, method);
        }
        else
        {
            writer.WriteRequestLine(method, Target, _host);
        }

        if (_options.UserAgent.Length > 0 && !Replaces("User-Agent"))
        {
            writer.WriteField(FieldName.UserAgent, _options.UserAgent);
        }

        if (!Replaces("Accept"))
        {
            writer.WriteField(FieldName.Accept, "*/*"u8);
        }

        if (_authorization is not null && !Replaces("Authorization"))
        {
            writer.WriteField(FieldName.Authorization, _authorization);
        }

        for (var index = 0; index < _fields.Count; index++)
        {
            var field = _fields[index];
            if (!_leftOrigin || !RedirectPolicy.IsBoundToOrigin(field.Name))
            {
                writer.WriteField(field.Name, field.Value);
            }
        }

        var framing = MethodToken is RequestMethod.Post or RequestMethod.Put or RequestMethod.Patch ? BodyFraming.OfLength(0) : BodyFraming.None;
        _ = writer.TryComplete(framing, ConnectionOptions.None, out _);
        Event = ExchangeEvent.RequestHead(MethodToken, in framing, ConnectionOptions.None);
    }

    // Absolute-form, and who asks the proxy: fields that are the proxy's alone and written for no other connection. RFC 9112 section 3.2.2.
    private void WriteForwarded(ref RequestHeadWriter writer, scoped ReadOnlySpan<byte> method)
    {
        byte[] target = [.. "http://"u8, .. _host, .. Target];
        writer.WriteRequestLine(method, target, _host);
        if (HttpTunnel.CredentialsOf(Key.Proxy!) is { } credentials && !Replaces("Proxy-Authorization"))
        {
            writer.WriteField(FieldName.ProxyAuthorization, credentials);
        }
    }

    private bool Replaces(string name)
    {
        for (var index = 0; index < _fields.Count; index++)
        {
            var given = _fields[index].Name;
            if (given.Equals(name, StringComparison.OrdinalIgnoreCase) && !(_leftOrigin && RedirectPolicy.IsBoundToOrigin(given)))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] TargetOf(InternetUrl url) => Encoding.ASCII.GetBytes(Escape(url.PathAndQuery, s_targetOctets));

    private static string Escape(string text, SearchValues<char> plain) => !text.AsSpan().ContainsAnyExcept(plain) ? text
        : string.Concat(text.Select(c => plain.Contains(c) ? c.ToString() : $"%{(int)c:X2}"));

    private static byte[] HostOf(InternetUrl url) => Encoding.ASCII.GetBytes(url.HostAndPort);

    private static string? BasicOf(InternetUrl url) => url.UserName is { Length: > 0 } user
        ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{url.Password}"))}"
        : null;
}
