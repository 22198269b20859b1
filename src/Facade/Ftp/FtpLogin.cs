// The dialogue from the greeting to a connection that can be worked with. RFC 959 section 5.4, RFC 2389, RFC 2640, RFC 4217, RFC 7151.
//
//   [TLS]  220  [AUTH TLS 234 TLS]  [HOST 220]  USER 230 / 331 PASS / 332 ACCT
//   FEAT [PBSZ 0, PROT] PWD            in one flight
//   [OPTS UTF8] [OPTS MLST] [LANG]     in another, where FEAT gives reason
//
// PBSZ and PROT follow the login: every server takes them there. What the server was asked to protect is protected, or there is no connection.

using System.Net.Security;
using System.Security.Authentication;

namespace HiPerf.Ftp;

/// <summary>Makes one logged-in connection.</summary>
internal sealed class FtpLogin(FtpClientCore core, FtpTarget target, InternetTimeouts timeouts, PhaseListener listener)
{
    private static readonly SslApplicationProtocol s_protocol = new("ftp");

    private readonly FtpConnectOptions _options = target.Options;
    private readonly TimeProvider _time = core.Options.TimeProvider;
    private FtpControl? _control;
    private SslClientAuthenticationOptions? _tls;
    private FtpReplyMessage _greeting = new(220, []);
    private ResumptionScope? _scope;
    private bool _isSecure;

    private ConnectionKey Key => target.Key;

    private FtpControl Control => _control!;

    /// <summary>Dials, and logs in.</summary>
    /// <exception cref="InternetException">It failed, and everything is closed.</exception>
    public async ValueTask<FtpLink> RunAsync(CancellationToken cancellationToken)
    {
        using var total = new PhaseLimit(timeouts.Total, _time, cancellationToken);
        try
        {
            await ConnectAsync(total.Token).ConfigureAwait(false);
            _ = await Control.FinishAsync(total.Token).ConfigureAwait(false);
            _greeting = Control.ReplyMessage();
            if (_options.Tls is FtpTlsMode.Explicit or FtpTlsMode.Opportunistic)
            {
                await SecureAsync(total.Token).ConfigureAwait(false);
            }

            await AuthenticateAsync(total.Token).ConfigureAwait(false);
            return await NegotiateAsync(total.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _control?.Release();
            _scope?.Dispose();
            if (error is OperationCanceledException && total.HasFired)
            {
                throw FtpLoginErrors.Timeout(_control?.Phase ?? InternetPhase.Connecting, Key, timeouts.Total);
            }

            if (error is OperationCanceledException)
            {
                // The caller's own token, and not the linked one, is what the caller compares with.
                cancellationToken.ThrowIfCancellationRequested();
            }

            throw;
        }
    }

    private async ValueTask ConnectAsync(CancellationToken cancellationToken)
    {
        var transport = await core.Dialer.ConnectAsync(Key, timeouts, listener, cancellationToken).ConfigureAwait(false);
        var stream = transport.Stream;
        if (_options.Tls == FtpTlsMode.Implicit)
        {
            stream = await HandshakeAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        _control = new FtpControl(Key, stream, transport.Socket, transport.Peer, timeouts, _options.Limits, _time, listener)
        {
            Names = new FtpNames(_options.NameEncoding),
        };
    }

    private async ValueTask<Stream> HandshakeAsync(Stream stream, CancellationToken cancellationToken)
    {
        _tls = TlsClientOptions.Make(Key, s_protocol, (_scope = ResumptionScope.Rent(Key.Host, target.GetHashCode())).Name);
        if (Key.Tls!.Protocols == SslProtocols.None && (core.MemoryOf(Key).AvoidsTls13 || GivesTicketsOnce))
        {
#pragma warning disable CA5398 // Its sessions may be resumed again and again, which 1.3's may not.
            _tls.EnabledSslProtocols = SslProtocols.Tls12;
#pragma warning restore CA5398
        }

        var secure = await TlsHandshake.RunAsync(stream, Key, _tls, timeouts, _time, listener, cancellationToken).ConfigureAwait(false);
        _isSecure = true;
        return secure;
    }

    // ProFTPD demands resumption and under TLS 1.3 gives out no ticket with a session that was resumed: the second data connection would have none.
    private bool GivesTicketsOnce => _greeting.Text.Contains("ProFTPD", StringComparison.OrdinalIgnoreCase);

    private async ValueTask SecureAsync(CancellationToken cancellationToken)
    {
        Control.Write(FtpCommand.Auth, "TLS");
        var code = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
        if (code != 234)
        {
            if (_options.Tls == FtpTlsMode.Opportunistic && code is 431 or >= 500)
            {
                return;
            }

            throw FtpLoginErrors.TlsRefused("AUTH", code, Control.ReplyText, Key);
        }

        // Whatever stands behind the 234 came in clear, from whoever sits between, and would be read as if it had come under TLS.
        var error = Control.State.BeginTls(Control.BufferedBytes);
        if (error != ParseError.None)
        {
            throw FtpErrors.Unexpected(error, "AUTH", code, Control.ReplyText, Control.Phase, Key);
        }

        Control.Secure(await HandshakeAsync(Control.Stream, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask AuthenticateAsync(CancellationToken cancellationToken)
    {
        if (_options.VirtualHost is { } virtualHost)
        {
            Control.Write(FtpCommand.Host, virtualHost);
            if (await Control.FinishAsync(cancellationToken).ConfigureAwait(false) >= 300)
            {
                throw Control.Refused();
            }
        }

        var (user, password) = FtpCredentials.Of(_options);
        if (Key.Proxy is { Kind: ProxyKind.FtpUserAtHost } proxy)
        {
            if (!string.IsNullOrEmpty(proxy.UserName))
            {
                await SayAsync(proxy.UserName, proxy.Password ?? string.Empty, cancellationToken).ConfigureAwait(false);
            }

            // The proxy connects as it is told here; custom, no RFC.
            user = $"{user}@{(Key.Port == FtpTarget.ControlPort && !Key.Host.Contains(':', StringComparison.Ordinal) ? Key.Host : Key.EndPoint)}";
        }

        await SayAsync(user, password, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask SayAsync(string user, string password, CancellationToken cancellationToken)
    {
        Control.Write(FtpCommand.User, user);
        var code = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
        if (code == 331)
        {
            Control.Write(FtpCommand.Pass, password);
            code = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
        }

        if (code == 332)
        {
            Control.Write(FtpCommand.Acct, _options.Account ?? throw FtpLoginErrors.AccountNeeded(FtpCommands.Text(Control.Answer.Command), code, Control.ReplyText, Key));
            code = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
        }

        if (code >= 300)
        {
            throw Control.Refused();
        }
    }

    private async ValueTask<FtpLink> NegotiateAsync(CancellationToken cancellationToken)
    {
        Control.Write(FtpCommand.Feat);
        if (_isSecure)
        {
            Control.Write(FtpCommand.Pbsz, "0");
            Control.Write(FtpCommand.Prot, _options.ProtectsData ? "P" : "C");
        }

        Control.Write(FtpCommand.Pwd);
        _ = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
        _ = FtpFeaturesParser.Parse(Control.ReplyOctets, in Control.Reply, out var features);
        if (_isSecure)
        {
            _ = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
            var code = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
            if (code >= 300 && _options.ProtectsData)
            {
                throw FtpLoginErrors.TlsRefused("PROT", code, Control.ReplyText, Key);
            }
        }

        // A server that will not say where it is can be worked with all the same.
        var directory = await Control.FinishAsync(cancellationToken).ConfigureAwait(false) == 257 ? FtpDirectories.ReadPath(Control, out _) : null;
        var preferences = FtpPreferences.Write(Control, _options, features);
        for (var i = 0; i < preferences; i++)
        {
            _ = await Control.FinishAsync(cancellationToken).ConfigureAwait(false);
        }

        Control.Phase = InternetPhase.ReceivingHead;
        Control.Scope = _scope;
        return new FtpLink
        {
            Control = Control,
            Options = _options,
            Dialer = core.Dialer,
            Memory = core.MemoryOf(Key),
            Tls = _tls,
            ProtectsData = _isSecure && _options.ProtectsData,
            Features = features,
            Greeting = _greeting,
            LoginDirectory = directory,
            SelectedHash = features.SelectedHash,
            Turn = new FtpTurn(_options.BusyBehavior, Key),
        };
    }
}
