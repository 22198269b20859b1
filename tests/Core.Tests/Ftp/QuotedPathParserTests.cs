using HiPerf.Ftp;

namespace HiPerf.Core.Tests.Ftp;

public class QuotedPathParserTests
{
    [Theory]
    [InlineData("\"/\"", "/")]
    [InlineData("\"/a b\" is the current directory", "/a b")]
    [InlineData("\"a\"\"b\" created", "a\"b")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("\"\"\"\"\"\" x", "\"\"")]
    [InlineData("\"a\" \"b\"", "a")]
    public void Valid_path_is_read_with_its_quotes_single(string text, string path)
    {
        byte[] octets = FtpTexts.Octets(text);
        Assert.Equal(ParseResult.Done(octets.Length), QuotedPathParser.Parse(octets, out FtpText found));
        byte[] name = new byte[found.Length];
        Assert.True(QuotedPathParser.TryUnquote(found.In(octets), name, out int written));
        Assert.Equal(path, FtpTexts.Of(name.AsSpan(0, written)));
        Assert.False(QuotedPathParser.TryUnquote(found.In(octets), name.AsSpan(0, path.Length - 1), out written));
        Assert.Equal(0, written);
        FtpAllocation.IsNone(() => QuotedPathParser.Parse(octets, out FtpText again).IsDone && QuotedPathParser.TryUnquote(again.In(octets), name, out _));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("/a", 0)]
    [InlineData(" \"/a\"", 0)]
    [InlineData("\"", 1)]
    [InlineData("\"a", 2)]
    [InlineData("\"a\"\"", 4)]
    [InlineData("\"\"", 2)]
    [InlineData("\"\" x", 2)]
    [InlineData("\"a\"b", 3)]
    public void Refused_path_is_refused_at_the_first_octet_that_spoils_it(string text, int offset)
    {
        byte[] octets = FtpTexts.Octets(text);
        Assert.Equal(ParseResult.Invalid(ParseError.BadQuotedPath, offset), QuotedPathParser.Parse(octets, out FtpText path));
        Assert.Equal(default, path);
        FtpAllocation.IsNone(() => !QuotedPathParser.Parse(octets, out _).IsDone);
    }
}
