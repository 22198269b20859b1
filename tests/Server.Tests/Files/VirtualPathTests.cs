using System.Text;

namespace HiPerf.Server.Tests.Files;

public class VirtualPathTests
{
    [Theory]
    [InlineData("/", "")]
    [InlineData("/a", "a")]
    [InlineData("/a/", "a/")]
    [InlineData("/a/b%20c.txt", "a/b c.txt")]
    [InlineData("/%61", "a")]
    [InlineData("/a/./b", "a/b")]
    [InlineData("/a/../b", "b")]
    [InlineData("/a/%2e%2e/b", "b")]
    [InlineData("/a/%2E/b", "a/b")]
    [InlineData("/a/.%2e", "")]
    [InlineData("/a/b/..", "a/")]
    [InlineData("/a/b/.", "a/b/")]
    [InlineData("/a/b/c/../../d/", "a/d/")]
    [InlineData("/%252e%252e/a", "%2e%2e/a")]
    [InlineData("/a%252fb", "a%2fb")]
    [InlineData("/a;param=1", "a;param=1")]
    [InlineData("/~user", "~user")]
    [InlineData("/a...", "a...")]
    [InlineData("/gr%C3%BC%C3%9F", "grüß")]
    [InlineData("/%F0%9F%90%88", "\U0001F408")]
    [InlineData("/C:", "C:")]
    public void Path_that_names_something_is_decoded_once(string path, string name)
    {
        Assert.Equal(VirtualPathStatus.Done, Normalize(path, out var actual));
        Assert.Equal(name, actual);
    }

    // Catalogue RQ-28 and FS-08.
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("/%00")]
    [InlineData("/a%00.txt")]
    [InlineData("/a%0d%0ab")]
    [InlineData("/%0a")]
    [InlineData("/%7f")]
    [InlineData("/%1f")]
    [InlineData("/..")]
    [InlineData("/../a")]
    [InlineData("/%2e%2e")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/.%2E/a")]
    [InlineData("/a/../..")]
    [InlineData("/a/../../a")]
    [InlineData("/..%5ca")]
    [InlineData("/..%5C..%5Cetc")]
    [InlineData("/a\\b")]
    [InlineData("/\\..\\a")]
    [InlineData("/a%2Fb")]
    [InlineData("/a%2fb")]
    [InlineData("/..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2F")]
    [InlineData("/%5C%5Cserver%5Cshare")]
    [InlineData("/%c0%ae%c0%ae/a")]
    [InlineData("/%c0%af")]
    [InlineData("/%e0%80%ae")]
    [InlineData("/%f0%80%80%ae")]
    [InlineData("/%ed%a0%80")]
    [InlineData("/%f4%90%80%80")]
    [InlineData("/%ff")]
    [InlineData("/%c3")]
    [InlineData("/%c2%85")]
    [InlineData("/%")]
    [InlineData("/%4")]
    [InlineData("/%4g")]
    [InlineData("/%g4")]
    [InlineData("/a%")]
    [InlineData("/%u002e")]
    [InlineData("/.hidden/%00")]
    public void Path_that_nobody_should_send_is_refused(string path) => Assert.Equal(VirtualPathStatus.Refused, Normalize(path, out _));

    [Theory]
    [InlineData("//")]
    [InlineData("//etc/passwd")]
    [InlineData("/a//b")]
    [InlineData("/....//")]
    [InlineData("/a//")]
    [InlineData("/.git/config")]
    [InlineData("/%2egit")]
    [InlineData("/...")]
    [InlineData("/....")]
    public void Path_that_names_nothing_is_not_found(string path) => Assert.Equal(VirtualPathStatus.NotFound, Normalize(path, out _));

    // Catalogue RQ-28, every stimulus once, in a path.
    public static TheoryData<string, VirtualPathStatus, string> Traps => new()
    {
        { "/a%00", VirtualPathStatus.Refused, "" },
        { "/a%0d%0ab", VirtualPathStatus.Refused, "" },
        { "/%2e%2e", VirtualPathStatus.Refused, "" },
        { "/a/%2e%2e/b", VirtualPathStatus.Done, "b" },
        { "/..%5ca", VirtualPathStatus.Refused, "" },
        { "/a%2Fb", VirtualPathStatus.Refused, "" },
        { "/%c0%ae%c0%ae/a", VirtualPathStatus.Refused, "" },
        { "/a/%252e%252e/b", VirtualPathStatus.Done, "a/%2e%2e/b" },
        { "/a\\b", VirtualPathStatus.Refused, "" },
        { "/a;param", VirtualPathStatus.Done, "a;param" },
        { "/a//b", VirtualPathStatus.NotFound, "" },
    };

    [Fact]
    public void Traps_are_all_there() => Assert.Equal(11, Traps.Count);

    [Theory]
    [MemberData(nameof(Traps))]
    public void Trap_is_refused_or_names_what_it_says(string path, VirtualPathStatus status, string name)
    {
        Assert.Equal(status, Normalize(path, out var actual));
        if (status == VirtualPathStatus.Done)
        {
            Assert.Equal(name, actual);
        }
    }

    [Fact]
    public void Raw_octets_are_checked_as_escaped_ones_are()
    {
        var name = new byte[16];
        Assert.Equal(VirtualPathStatus.Refused, VirtualPath.Normalize([(byte)'/', 0], name, out _));
        Assert.Equal(VirtualPathStatus.Refused, VirtualPath.Normalize([(byte)'/', 0xC0, 0xAE], name, out _));
        Assert.Equal(VirtualPathStatus.Refused, VirtualPath.Normalize([(byte)'/', 0xFF], name, out _));
        Assert.Equal(VirtualPathStatus.Done, VirtualPath.Normalize([(byte)'/', 0xC3, 0xBC], name, out _));
    }

    [Theory]
    [InlineData(255, VirtualPathStatus.Done)]
    [InlineData(256, VirtualPathStatus.NotFound)]
    public void Segment_is_at_most_255_octets(int length, VirtualPathStatus expected) =>
        Assert.Equal(expected, Normalize("/" + new string('a', length), out _));

    [Theory]
    [InlineData("/.git/config", ".git/config")]
    [InlineData("/...", "...")]
    public void Hidden_name_is_served_when_asked_for(string path, string expected)
    {
        var name = new byte[path.Length];
        Assert.Equal(VirtualPathStatus.Done, VirtualPath.Normalize(Encoding.Latin1.GetBytes(path), name, out var length, serveHidden: true));
        Assert.Equal(expected, Encoding.UTF8.GetString(name, 0, length));
    }

    [Theory]
    [InlineData("/C:")]
    [InlineData("/C:/Windows")]
    [InlineData("/a.txt::$DATA")]
    [InlineData("/a.")]
    [InlineData("/a%20")]
    [InlineData("/PROGRA~1")]
    [InlineData("/con")]
    [InlineData("/NUL.txt")]
    [InlineData("/com1")]
    [InlineData("/lpt9.log")]
    [InlineData("/CONIN$")]
    [InlineData("/conout$")]
    [InlineData("/a%3Fb")]
    public void Name_that_windows_reads_as_something_else_is_not_found_there(string path)
    {
        var name = new byte[path.Length];
        Assert.Equal(VirtualPathStatus.NotFound, VirtualPath.Normalize(Encoding.Latin1.GetBytes(path), name, out _, windowsNames: true));
    }

    [Theory]
    [InlineData("/console.txt")]
    [InlineData("/a~b")]
    [InlineData("/com")]
    public void Name_that_windows_takes_as_it_is_passes_there(string path)
    {
        var name = new byte[path.Length];
        Assert.Equal(VirtualPathStatus.Done, VirtualPath.Normalize(Encoding.Latin1.GetBytes(path), name, out _, windowsNames: true));
    }

    [Fact]
    public void Destination_shorter_than_the_path_throws() =>
        Assert.Throws<ArgumentException>(static () => VirtualPath.Normalize("/abc"u8, new byte[3], out _));

    [Fact]
    public void Every_octet_pair_answers_without_throwing_and_never_yields_a_separator()
    {
        var path = new byte[4] { (byte)'/', 0, 0, (byte)'a' };
        var name = new byte[4];
        for (var pair = 0; pair < 65536; pair++)
        {
            (path[1], path[2]) = ((byte)(pair >> 8), (byte)pair);
            if (VirtualPath.Normalize(path, name, out var length) != VirtualPathStatus.Done)
            {
                continue;
            }

            var octets = name.AsSpan(0, length);
            Assert.False(octets.ContainsAny((byte)'\\', (byte)0) || octets.IndexOf("//"u8) >= 0);
        }
    }

    private static VirtualPathStatus Normalize(string path, out string name)
    {
        var destination = new byte[path.Length];
        var status = VirtualPath.Normalize(Encoding.Latin1.GetBytes(path), destination, out var length);
        name = Encoding.UTF8.GetString(destination, 0, length);
        return status;
    }
}
