using HiPerf.Facade.Tests.Peers;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Every branch of the dialogue from greeting to features.</summary>
public class FtpLoginTests
{
    private const string Features = "211-Features\r\n UTF8\r\n MLST type*;size*;modify;perm*;\r\n LANG EN*\r\n211 End";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, FtpTlsMode, string> Successes => new()
    {
        { "plain", string.Empty, FtpTlsMode.Automatic, "USER anonymous;PASS anonymous@;FEAT;PWD" },
        { "120 first", "greeting=120 soon\r\n220 now", FtpTlsMode.Off, "USER anonymous;PASS anonymous@;FEAT;PWD" },
        { "many lines", "greeting=220-hello\r\n220-there\r\n 331 not yet\r\n220 now", FtpTlsMode.Off, "USER anonymous;PASS anonymous@;FEAT;PWD" },
        { "user is enough", "USER=230 in", FtpTlsMode.Off, "USER anonymous;FEAT;PWD" },
        { "certificate is enough", "USER=232 in", FtpTlsMode.Off, "USER anonymous;FEAT;PWD" },
        { "password superfluous", "PASS=202 not needed", FtpTlsMode.Off, "USER anonymous;PASS anonymous@;FEAT;PWD" },
        { "no features", "FEAT=502 no", FtpTlsMode.Off, "USER anonymous;PASS anonymous@;FEAT;PWD" },
        { "no directory", "PWD=550 no", FtpTlsMode.Off, "USER anonymous;PASS anonymous@;FEAT;PWD" },
        { "features", $"FEAT={Features}", FtpTlsMode.Off, "USER anonymous;PASS anonymous@;FEAT;PWD;OPTS UTF8 ON;OPTS MLST type;size;modify;perm;" },
        { "preferences refused", $"FEAT={Features}&OPTS=501 no", FtpTlsMode.Off, "USER anonymous;PASS anonymous@;FEAT;PWD;OPTS UTF8 ON;OPTS MLST type;size;modify;perm;" },
        { "explicit", string.Empty, FtpTlsMode.Explicit, "AUTH TLS;USER anonymous;PASS anonymous@;FEAT;PBSZ 0;PROT P;PWD" },
        { "opportunistic taken", string.Empty, FtpTlsMode.Opportunistic, "AUTH TLS;USER anonymous;PASS anonymous@;FEAT;PBSZ 0;PROT P;PWD" },
        { "opportunistic refused", "AUTH=502 no", FtpTlsMode.Opportunistic, "AUTH TLS;USER anonymous;PASS anonymous@;FEAT;PWD" },
        { "opportunistic refused by 431", "AUTH=431 no", FtpTlsMode.Opportunistic, "AUTH TLS;USER anonymous;PASS anonymous@;FEAT;PWD" },
    };

    public static TheoryData<string, FtpTlsMode, InternetErrorKind, int, string> Failures => new()
    {
        { "greeting=421 full", FtpTlsMode.Off, InternetErrorKind.ServerError, 421, string.Empty },
        { "greeting=530 not you", FtpTlsMode.Off, InternetErrorKind.AuthenticationFailed, 530, string.Empty },
        { "greeting=500 no", FtpTlsMode.Explicit, InternetErrorKind.AuthenticationFailed, 500, string.Empty },
        { "greeting=230 in already", FtpTlsMode.Explicit, InternetErrorKind.ProtocolViolation, 230, string.Empty },
        { "greeting=230 in already", FtpTlsMode.Off, InternetErrorKind.ProtocolViolation, 230, string.Empty },
        { "greeting=234 go", FtpTlsMode.Explicit, InternetErrorKind.ProtocolViolation, 234, string.Empty },
        { "greeting=hello", FtpTlsMode.Off, InternetErrorKind.ProtocolViolation, 0, string.Empty },
        { "AUTH=500 no", FtpTlsMode.Explicit, InternetErrorKind.TlsFailed, 500, "AUTH TLS" },
        { "AUTH=502 no", FtpTlsMode.Explicit, InternetErrorKind.TlsFailed, 502, "AUTH TLS" },
        { "AUTH=534 no", FtpTlsMode.Explicit, InternetErrorKind.TlsFailed, 534, "AUTH TLS" },
        { "AUTH=431 no", FtpTlsMode.Explicit, InternetErrorKind.TlsFailed, 431, "AUTH TLS" },
        { "AUTH=334 more", FtpTlsMode.Explicit, InternetErrorKind.TlsFailed, 334, "AUTH TLS" },
        { "AUTH=450 later", FtpTlsMode.Opportunistic, InternetErrorKind.TlsFailed, 450, "AUTH TLS" },
        { "AUTH=230 in", FtpTlsMode.Explicit, InternetErrorKind.ProtocolViolation, 230, "AUTH TLS" },
        { "AUTH=234 go\r\n230 injected", FtpTlsMode.Explicit, InternetErrorKind.ProtocolViolation, 234, "AUTH TLS" },
        { "AUTH=234 go\r\n2", FtpTlsMode.Explicit, InternetErrorKind.ProtocolViolation, 234, "AUTH TLS" },
        { "AUTH=234 go\r\n331 user\r\n230 in", FtpTlsMode.Opportunistic, InternetErrorKind.ProtocolViolation, 234, "AUTH TLS" },
        { "USER=530 no", FtpTlsMode.Off, InternetErrorKind.AuthenticationFailed, 530, "USER anonymous" },
        { "USER=334 more", FtpTlsMode.Off, InternetErrorKind.AuthenticationFailed, 334, "USER anonymous" },
        { "USER=close", FtpTlsMode.Off, InternetErrorKind.Truncated, 0, "USER anonymous" },
        { "USER=226 late", FtpTlsMode.Off, InternetErrorKind.ProtocolViolation, 226, "USER anonymous" },
        { "PASS=530 no", FtpTlsMode.Off, InternetErrorKind.AuthenticationFailed, 530, "USER anonymous;PASS anonymous@" },
        { "PASS=331 again", FtpTlsMode.Off, InternetErrorKind.AuthenticationFailed, 331, "USER anonymous;PASS anonymous@" },
        { "PASS=421 gone", FtpTlsMode.Off, InternetErrorKind.ServerError, 421, "USER anonymous;PASS anonymous@" },
        { "PASS=332 account", FtpTlsMode.Off, InternetErrorKind.AuthenticationFailed, 332, "USER anonymous;PASS anonymous@" },
        { "USER=332 account", FtpTlsMode.Off, InternetErrorKind.AuthenticationFailed, 332, "USER anonymous" },
        { "PROT=534 no", FtpTlsMode.Explicit, InternetErrorKind.TlsFailed, 534, "AUTH TLS;USER anonymous;PASS anonymous@;FEAT;PBSZ 0;PROT P;PWD" },
        { "PROT=502 no", FtpTlsMode.Opportunistic, InternetErrorKind.TlsFailed, 502, "AUTH TLS;USER anonymous;PASS anonymous@;FEAT;PBSZ 0;PROT P;PWD" },
    };

    [Theory]
    [MemberData(nameof(Successes))]
    public async Task Login_says_no_more_than_it_must(string name, string answers, FtpTlsMode mode, string commands)
    {
        await using var peer = Peer(answers);
        await using var session = Session();
        await using (var connection = await session.ConnectFtpAsync("localhost", new FtpConnectOptions { Port = peer.Port, Tls = mode }, Token))
        {
            Assert.Equal(commands, Shown(peer));
            Assert.Equal(commands.Contains("PROT", StringComparison.Ordinal), connection.IsSecure);
            Assert.Equal(connection.IsSecure, connection.ProtectsData);
            Assert.Equal(220, connection.Greeting.Code);
            Assert.False(connection.IsBusy, name);
            await connection.NoOpAsync(Token);
        }

        Assert.EndsWith(";NOOP;QUIT", Shown(peer));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Login_fails_closed(string answers, FtpTlsMode mode, InternetErrorKind kind, int code, string commands)
    {
        await using var peer = Peer(answers);
        await using var session = Session();
        var error = await Assert.ThrowsAsync<FtpException>(async () =>
            await session.ConnectFtpAsync("localhost", new FtpConnectOptions { Port = peer.Port, Tls = mode }, Token));
        Assert.Equal((kind, code, InternetPhase.LoggingIn), (error.Kind, error.ReplyCode, error.Phase));
        Assert.Equal(mode == FtpTlsMode.Explicit ? "ftps" : "ftp", error.Protocol);
        Assert.Equal($"localhost:{peer.Port}", error.EndPoint);
        Assert.Equal(commands, Shown(peer));
    }

    [Theory]
    [InlineData(null, null, "anonymous", "anonymous@")]
    [InlineData("", "", "anonymous", "anonymous@")]
    [InlineData("ann", null, "ann", "")]
    [InlineData("ann", "", "ann", "")]
    [InlineData("ann", "s cret", "ann", "s cret")]
    public async Task Login_table_decides_what_is_said(string? user, string? password, string saidUser, string saidPassword)
    {
        await using var peer = new ControlPeer();
        await using var session = Session();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port, UserName = user, Password = password }, Token);
        Assert.Equal([$"USER {saidUser}", $"PASS {saidPassword}"], peer.Commands[..2]);
    }

    [Fact]
    public async Task Password_without_user_is_refused_before_anything_is_dialed()
    {
        await using var peer = new ControlPeer();
        await using var session = Session();
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port, Password = "x" }, Token));
        Assert.Equal(0, peer.Accepted);
    }

    public static TheoryData<string> Breaks => ["x\r\nDELE y", "x\ny", "x\ry", "x\0y"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Line_ends_are_refused_before_anything_is_dialed(string text)
    {
        await using var peer = new ControlPeer();
        await using var session = Session();
        var plain = new FtpConnectOptions { Port = peer.Port, UserName = "ann" };
        foreach (var options in (FtpConnectOptions[])[plain with { UserName = text }, plain with { Password = text }, plain with { Account = text },
            plain with { VirtualHost = text }, plain with { Language = text }, plain with { AnonymousPassword = text }])
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(async () => await session.ConnectFtpAsync("127.0.0.1", options, Token));
            Assert.DoesNotContain(text, error.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(async () => await session.ConnectFtpAsync("127.0.0.1" + text, plain, Token));
        Assert.Equal(0, peer.Accepted);
    }

    [Theory]
    [InlineData("USER=332 account")]
    [InlineData("PASS=332 account")]
    public async Task Account_is_said_where_it_is_asked_for(string answers)
    {
        await using var peer = Peer(answers + "&ACCT=230 in");
        await using var session = Session();
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port, UserName = "ann", Account = "books" }, Token);
        Assert.Contains("ACCT books", peer.Commands);
    }

    [Fact]
    public async Task Virtual_host_comes_behind_TLS_and_before_the_user()
    {
        await using var peer = Peer("HOST=220 welcome");
        await using var session = Session();
        await using var connection = await session.ConnectFtpAsync("localhost",
            new FtpConnectOptions { Port = peer.Port, Tls = FtpTlsMode.Explicit, VirtualHost = "b.example", Language = "en" }, Token);
        Assert.StartsWith("AUTH TLS;HOST b.example;USER anonymous;", Shown(peer));
    }

    [Fact]
    public async Task Refused_virtual_host_is_another_site_and_no_login()
    {
        await using var peer = Peer("HOST=504 no such host");
        await using var session = Session();
        var error = await Assert.ThrowsAsync<FtpException>(async () =>
            await session.ConnectFtpAsync("localhost", new FtpConnectOptions { Port = peer.Port, VirtualHost = "b.example" }, Token));
        Assert.Equal((504, "HOST"), (error.ReplyCode, error.Command));
        Assert.Equal("HOST b.example", Shown(peer));
    }

    [Fact]
    public async Task Language_is_asked_for_where_it_is_offered()
    {
        await using var peer = Peer("FEAT=211-\r\n LANG EN*;FR\r\n211 end&LANG=200 oui");
        await using var session = Session();
        await using var connection = await session.ConnectFtpAsync("localhost", new FtpConnectOptions { Port = peer.Port, Language = "fr" }, Token);
        Assert.EndsWith("PWD;LANG fr", Shown(peer));
    }

    [Fact]
    public async Task Implicit_TLS_stands_before_the_greeting()
    {
        await using var peer = new ControlPeer { ImplicitTls = TestCertificate.ForLocalhost };
        await using var session = Session();
        await using var connection = await session.ConnectFtpAsync("localhost", new FtpConnectOptions { Port = peer.Port, Tls = FtpTlsMode.Implicit }, Token);
        Assert.Equal("USER anonymous;PASS anonymous@;FEAT;PBSZ 0;PROT P;PWD", Shown(peer));
        Assert.True(connection.IsSecure);
        Assert.Equal($"ftps://localhost:{peer.Port}/", connection.Url.Href);
    }

    [Theory]
    [InlineData("200 yes")]
    [InlineData("502 no")]
    public async Task Data_goes_in_clear_only_when_told_to(string answer)
    {
        await using var peer = Peer($"PROT={answer}");
        await using var session = Session();
        await using var connection = await session.ConnectFtpAsync("localhost",
            new FtpConnectOptions { Port = peer.Port, Tls = FtpTlsMode.Explicit, ProtectsData = false }, Token);
        Assert.Contains("PROT C", peer.Commands);
        Assert.Equal((true, false), (connection.IsSecure, connection.ProtectsData));
    }

    [Fact]
    public async Task Certificate_of_another_host_is_rejected_and_no_user_is_said()
    {
        await using var peer = new ControlPeer { Certificate = TestCertificate.ForAnotherHost };
        await using var session = new InternetSession(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForAnotherHost] } });
        var error = await Assert.ThrowsAsync<InternetException>(async () =>
            await session.ConnectFtpAsync("localhost", new FtpConnectOptions { Port = peer.Port, Tls = FtpTlsMode.Opportunistic }, Token));
        Assert.Equal((InternetErrorKind.CertificateRejected, InternetPhase.TlsHandshake), (error.Kind, error.Phase));
        Assert.Equal("AUTH TLS", Shown(peer));
    }

    [Fact]
    public async Task Secrets_are_not_shown_to_who_listens()
    {
        var heard = new List<string>();
        await using var peer = Peer("PASS=332 account&ACCT=230 in");
        await using var session = new InternetSession(new InternetSessionOptions { StatusChanged = new Listener(heard) });
        var options = new FtpConnectOptions { Port = peer.Port, UserName = "ann", Password = "hidden-one", Account = "hidden-two" };
        await using var connection = await session.ConnectFtpAsync("127.0.0.1", options, Token);
        Assert.Contains("PASS hidden-one", peer.Commands);
        Assert.Contains(heard, static text => text.Contains("PASS ****", StringComparison.Ordinal));
        Assert.DoesNotContain(heard, static text => text.Contains("hidden", StringComparison.Ordinal));
        Assert.DoesNotContain("hidden", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", connection.Url.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_ends_by_the_limit_of_a_reply()
    {
        await using var peer = Peer("USER=silence");
        var clock = new HiPerf.Transport.ManualClock();
        await using var session = new InternetSession(new InternetSessionOptions { TimeProvider = clock });
        var connecting = session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, Token).AsTask();
        await peer.CameAsync("USER");
        clock.Advance(TimeSpan.FromSeconds(60));
        var error = await Assert.ThrowsAsync<FtpException>(() => connecting);
        Assert.Equal((InternetErrorKind.Timeout, InternetTimeout.Head, InternetPhase.LoggingIn), (error.Kind, error.Timeout, error.Phase));
    }

    [Fact]
    public async Task Slow_dialogue_ends_by_the_limit_of_the_whole()
    {
        await using var peer = Peer("PASS=silence");
        var clock = new HiPerf.Transport.ManualClock();
        var timeouts = new InternetTimeouts { ResponseHead = Timeout.InfiniteTimeSpan, Total = TimeSpan.FromSeconds(5) };
        await using var session = new InternetSession(new InternetSessionOptions { TimeProvider = clock, Timeouts = timeouts });
        var connecting = session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, Token).AsTask();
        await peer.CameAsync("PASS");
        clock.Advance(TimeSpan.FromSeconds(5));
        var error = await Assert.ThrowsAsync<FtpException>(() => connecting);
        Assert.Equal((InternetErrorKind.Timeout, InternetTimeout.Total), (error.Kind, error.Timeout));
    }

    [Fact]
    public async Task Cancelled_login_carries_the_callers_token()
    {
        await using var peer = Peer("USER=silence");
        await using var session = Session();
        using var source = new CancellationTokenSource();
        var connecting = session.ConnectFtpAsync("127.0.0.1", new FtpConnectOptions { Port = peer.Port }, source.Token).AsTask();
        await peer.CameAsync("USER");
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        Assert.Equal(source.Token, error.CancellationToken);
    }

    internal static ControlPeer Peer(string answers) => new([.. answers.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static row =>
        (row[..row.IndexOf('=', StringComparison.Ordinal)], row[(row.IndexOf('=', StringComparison.Ordinal) + 1)..]))]);

    private static InternetSession Session() => new(new InternetSessionOptions { Tls = new TlsOptions { TrustedRoots = [TestCertificate.ForLocalhost] } });

    private static string Shown(ControlPeer peer) => string.Join(';', peer.Commands);

    private sealed class Listener(List<string> heard) : HiPerf.Transport.IPhaseSink
    {
        public void OnPhase(in HiPerf.Transport.PhaseEvent phaseEvent) => heard.Add($"{phaseEvent.Kind} {phaseEvent.Payload}");
    }
}
