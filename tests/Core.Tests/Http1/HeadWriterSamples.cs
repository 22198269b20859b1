using HiPerf.Http;
using HiPerf.Http1;

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

    /// <summary>What a response to a request may be framed with, and the fields that then say so; none where it is refused (WR-05).</summary>
    public static TheoryData<RequestMethod, HttpVersion, int, BodyFramingKind, string?> Answers
    {
        get
        {
            const string Length = "Content-Length: 5\r\n";
            const string Chunked = "Transfer-Encoding: chunked\r\n";
            const string Close = "Connection: close\r\n";
            var rows = new TheoryData<RequestMethod, HttpVersion, int, BodyFramingKind, string?>();
            AddRows(RequestMethod.Get, HttpVersion.Http11, 200, null, Length, Chunked, Close);
            AddRows(RequestMethod.Get, HttpVersion.Http10, 200, null, Length, null, Close);
            AddRows(RequestMethod.Unknown, HttpVersion.Http11, 599, null, Length, Chunked, Close);
            AddRows(RequestMethod.Head, HttpVersion.Http11, 200, "", Length, Chunked, Close);
            AddRows(RequestMethod.Head, HttpVersion.Http10, 200, "", Length, null, Close);
            AddRows(RequestMethod.Connect, HttpVersion.Http11, 200, "", null, null, null);
            AddRows(RequestMethod.Connect, HttpVersion.Http11, 299, "", null, null, null);
            AddRows(RequestMethod.Connect, HttpVersion.Http11, 407, null, Length, Chunked, Close);
            AddRows(RequestMethod.Get, HttpVersion.Http11, 100, "", null, null, null);
            AddRows(RequestMethod.Get, HttpVersion.Http11, 101, "", null, null, null);
            AddRows(RequestMethod.Get, HttpVersion.Http10, 100, null, null, null, null);
            AddRows(RequestMethod.Get, HttpVersion.Http11, 204, "", null, null, null);
            AddRows(RequestMethod.Get, HttpVersion.Http10, 204, "", null, null, null);
            AddRows(RequestMethod.Get, HttpVersion.Http11, 205, null, null, null, null);
            AddRows(RequestMethod.Get, HttpVersion.Http11, 304, "", Length, null, null);
            AddRows(RequestMethod.Head, HttpVersion.Http10, 304, "", Length, null, null);
            return rows;

            void AddRows(RequestMethod method, HttpVersion version, int status, string? none, string? length, string? chunked, string? untilClose)
            {
                rows.Add(method, version, status, BodyFramingKind.None, none);
                rows.Add(method, version, status, BodyFramingKind.Length, length);
                rows.Add(method, version, status, BodyFramingKind.Chunked, chunked);
                rows.Add(method, version, status, BodyFramingKind.UntilClose, untilClose);
            }
        }
    }
}
