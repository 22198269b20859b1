using HiPerf.Gopher;

namespace HiPerf.Facade.Tests.Gopher;

/// <summary>Which ports are spoken to, and which options are none.</summary>
public class GopherClientCoreTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(70, null)]
    [InlineData(105, null)]
    [InlineData(1024, null)]
    [InlineData(1023, nameof(GopherConnectOptions.AllowPrivilegedPorts))]
    [InlineData(71, nameof(GopherConnectOptions.AllowPrivilegedPorts))]
    [InlineData(25, nameof(GopherConnectOptions.AllowedPorts))]
    [InlineData(6379, nameof(GopherConnectOptions.AllowedPorts))]
    [InlineData(11211, nameof(GopherConnectOptions.AllowedPorts))]
    public async Task Port_is_judged_before_anything_is_dialled(int port, string? option)
    {
        var dialled = 0;
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Connector = (_, _, _) =>
            {
                dialled++;
                return ValueTask.FromResult<Stream>(new MemoryStream());
            },
        });
        var locator = new GopherLocator("host.test", "/a", GopherItemType.Text) { Port = port };
        var connection = session.ConnectGopher("host.test", port);
        Func<Task>[] ways =
        [
            () => session.ConnectGopher("host.test").OpenAsync(locator, null, Token).AsTask(),
            () => connection.OpenAsync(connection.CreateLocator(), new GopherOpenOptions { DirectoryFormat = DirectoryFormat.Raw }, Token).AsTask(),
            () => GopherMenuTests.ListAsync(connection.EnumerateAsync(cancellationToken: Token)),
            () => session.OpenAsync($"gopher://host.test:{port}/0/a", null, Token).AsTask(),
            () => session.OpenAsync($"gopher://host.test:{port}/9/a", null, Token).AsTask(),
        ];
        foreach (var way in ways)
        {
            var error = await Record.ExceptionAsync(way);
            if (option is null)
            {
                Assert.False(error is InternetException { Kind: InternetErrorKind.AccessDenied });
                continue;
            }

            var refusal = Assert.IsType<GopherException>(error);
            Assert.Equal((InternetErrorKind.AccessDenied, $"host.test:{port}"), (refusal.Kind, refusal.EndPoint));
            Assert.Contains(port.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
            Assert.Contains(option, refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(option is null ? ways.Length : 0, dialled);
    }

    [Theory]
    [InlineData(71, true, false, true)]
    [InlineData(25, true, false, false)]
    [InlineData(25, false, true, true)]
    [InlineData(71, false, true, true)]
    [InlineData(6379, true, false, false)]
    [InlineData(6379, false, true, true)]
    public async Task Options_open_ports(int port, bool allowsPrivileged, bool isNamed, bool isOpen)
    {
        await using var session = new InternetSession(new InternetSessionOptions
        {
            Connector = (_, _, _) => ValueTask.FromResult<Stream>(new MemoryStream()),
            Gopher = new GopherConnectOptions { AllowPrivilegedPorts = allowsPrivileged, AllowedPorts = new HashSet<int>(isNamed ? [port] : []) },
        });
        var error = await Record.ExceptionAsync(() => session.OpenAsync($"gopher://host.test:{port}/9/a", null, Token).AsTask());
        Assert.Equal(isOpen, error is not InternetException { Kind: InternetErrorKind.AccessDenied });
    }

    [Fact]
    public async Task Options_that_cannot_be_kept_are_refused()
    {
        await using var session = new InternetSession();
        Assert.Throws<ArgumentOutOfRangeException>(() => session.ConnectGopher("host.test", -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.ConnectGopher("host.test", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.ConnectGopher("host.test", 65536));
        Assert.Equal(65535, session.ConnectGopher("host.test", 65535).Root.Port);
        Assert.Throws<ArgumentException>(() => session.ConnectGopher("ho st"));
        Assert.Throws<ArgumentNullException>(() => session.ConnectGopher("host.test", new GopherConnectOptions { Charsets = null! }));
        Assert.Throws<ArgumentNullException>(() => session.ConnectGopher("host.test", new GopherConnectOptions { AllowedPorts = null! }));
        Assert.Throws<ArgumentOutOfRangeException>(() => session.ConnectGopher("host.test", new GopherConnectOptions { Charset = (GopherCharset)9 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InternetSession(new InternetSessionOptions { Gopher = new GopherConnectOptions { Port = 65536 } }));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => session.OpenAsync("gopher://host.test/", new OpenOptions { Gopher = new GopherConnectOptions { Port = -1 } }, Token).AsTask());
        await Assert.ThrowsAsync<NotSupportedException>(() => session.OpenGopherAsync("http://host.test/", null, Token).AsTask());
    }
}
