namespace HiPerf.Core.Tests.Http1;

/// <summary>What no writer may put into a head (WR-01 to WR-03 of the attack catalogue), as octets and as characters.</summary>
public static class HeadWriterSamples
{
    public static TheoryData<string> BadValues =>
    [
        "a\r\nb: c", "\r", "\n", "a\rb", "a\nb", "a\0b", "\x01", "\x0B", "\x1F", "a\x7F", " a", "a ", "\ta", "a\t", " ",
    ];

    /// <summary>Characters whose low octet would do harm, or that have no octet at all.</summary>
    public static TheoryData<string> BadCharacters => ["\u010A", "\u010D", "\u560A", "\u560D", "a\u0100", "\u2028", "\uD83D\uDE00"];

    public static TheoryData<string> BadNames => ["", " ", "a b", "a:", "a\r\n", "a\0", "(a)", "a/b", "\x80", "\x7F", "a@b", "\"a\""];

    public static TheoryData<string> OwnedNames => ["Content-Length", "content-length", "Transfer-Encoding", "Connection", "HOST", "Trailer"];

    public static TheoryData<string> GoodValues => ["", "a", "a b", "a\tb", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "\x80\xFF", "caf\xE9"];
}
