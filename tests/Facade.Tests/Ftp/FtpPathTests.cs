using System.Text;
using HiPerf.Ftp;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>Paths of ftp URLs. RFC 1738 section 3.2; catalogue FC-13.</summary>
public class FtpPathTests
{
    [Theory]
    [InlineData("ftp://h/a/b", "a/b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/", "", true, FtpTransferType.Binary)]
    [InlineData("ftp://h", "", true, FtpTransferType.Binary)]
    [InlineData("ftp://h/a/", "a/", true, FtpTransferType.Binary)]
    [InlineData("ftp://h//a/b", "/a/b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/%2Fa/b", "/a/b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/%2f", "/", true, FtpTransferType.Binary)]
    [InlineData("ftp://h/a;type=i", "a", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/a;type=A", "a", false, FtpTransferType.Ascii)]
    [InlineData("ftp://h/a;TYPE=a", "a", false, FtpTransferType.Ascii)]
    [InlineData("ftp://h/a;type=d", "a", true, FtpTransferType.Binary)]
    [InlineData("ftp://h/;type=d", "", true, FtpTransferType.Binary)]
    [InlineData("ftp://h/a;b", "a;b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/a;b;type=a", "a;b", false, FtpTransferType.Ascii)]
    [InlineData("ftp://h/a;type=i/b", "a;type=i/b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/a%3Btype=a", "a;type=a", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/a?b", "a?b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/a?b;type=a", "a?b", false, FtpTransferType.Ascii)]
    [InlineData("ftp://h/a%3Fb#c", "a?b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/a%20b%25", "a b%", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/é", "Ã©", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/%E9%FF", "éÿ", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/a%5Cb", "a\\b", false, FtpTransferType.Binary)]
    [InlineData("ftp://h/x/../a", "a", false, FtpTransferType.Binary)]
    [InlineData("ftps://h/%2Fa;type=a", "/a", false, FtpTransferType.Ascii)]
    public void Url_path_names_octets(string url, string latin1, bool isFolder, FtpTransferType type)
    {
        var path = FtpPath.Read(InternetUrl.Parse(url));
        Assert.Equal((latin1, isFolder, type), (Encoding.Latin1.GetString(path.Octets.Span), path.IsFolder, path.Type));
        var (text, names) = path.In(FtpNames.Default);
        Assert.Equal(path.Octets.ToArray(), names.Encode(text));
    }

    [Theory]
    [InlineData("ftp://h/a%00b")]
    [InlineData("ftp://h/a%0db")]
    [InlineData("ftp://h/a%0Ab")]
    [InlineData("ftp://h/%0d%0aDELE%20x")]
    [InlineData("ftp://h/a;type=")]
    [InlineData("ftp://h/a;type=x")]
    [InlineData("ftp://h/a;type=ai")]
    [InlineData("ftp://h/a;type=i;type=a")]
    [InlineData("ftp://h/a;type=a;b")]
    [InlineData("ftp://h/a%zz")]
    public void Url_path_that_is_none_is_refused(string url) => Assert.Throws<UriFormatException>(() => FtpPath.Read(InternetUrl.Parse(url)));

    [Theory]
    [InlineData("a\\b\\c", "a/b/c")]
    [InlineData("a/b", "a/b")]
    [InlineData(" ", " ")]
    public void Backslashes_of_a_caller_are_slashes(string path, string sent) => Assert.Equal(sent, FtpPath.Check(path, FtpNames.Default));

    [Fact]
    public void Half_a_character_is_refused() => Assert.Throws<ArgumentException>(static () => FtpPath.Check("a\ud800b", FtpNames.Default));

    [Fact]
    public void Charset_decides_what_fits()
    {
        Assert.Throws<ArgumentException>(static () => FtpPath.Check("ab", new FtpNames(Encoding.Unicode)));
        Assert.Equal("ab", FtpPath.Check("ab", new FtpNames(Encoding.Latin1)));
        Assert.Equal(2032, FtpPath.Check(new string('ÿ', 2032), new FtpNames(Encoding.Latin1)).Length);
        Assert.Throws<ArgumentException>(static () => FtpPath.Check(new string('ÿ', 2033), new FtpNames(Encoding.Latin1)));
    }
}
