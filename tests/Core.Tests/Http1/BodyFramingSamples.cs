namespace HiPerf.Core.Tests.Http1;

/// <summary>Field lines that frame a message, and what refuses them; one table for RQ-01 to RQ-07 and RQ-25, RQ-26 of the attack catalogue.</summary>
public static class BodyFramingSamples
{
    /// <summary>Field lines, error, offset from the first of them. Good for requests and responses alike.</summary>
    public static TheoryData<string, ParseError, int> Refused => new()
    {
        // RQ-01
        { "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", ParseError.LengthWithTransferEncoding, 36 },
        { "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", ParseError.LengthWithTransferEncoding, 42 },
        { "Connection: close\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", ParseError.LengthWithTransferEncoding, 61 },

        // RQ-02, RQ-03
        { "Content-Length: 5\r\nContent-Length: 6\r\n", ParseError.RepeatedContentLength, 33 },
        { "Content-Length: 5\r\ncontent-length: 5\r\n", ParseError.RepeatedContentLength, 33 },
        { "Content-Length: 5, 6\r\n", ParseError.RepeatedContentLength, 17 },
        { "Content-Length: 5,5,5\r\n", ParseError.RepeatedContentLength, 17 },
        { "Content-Length: 5 , 5\r\n", ParseError.RepeatedContentLength, 18 },

        // RQ-04
        { "Content-Length:\r\n", ParseError.BadContentLength, 15 },
        { "Content-Length:  \r\n", ParseError.BadContentLength, 17 },
        { "Content-Length: +5\r\n", ParseError.BadContentLength, 16 },
        { "Content-Length: -5\r\n", ParseError.BadContentLength, 16 },
        { "Content-Length: -0\r\n", ParseError.BadContentLength, 16 },
        { "Content-Length: 0x5\r\n", ParseError.BadContentLength, 17 },
        { "Content-Length: 5_0\r\n", ParseError.BadContentLength, 17 },
        { "Content-Length: 1 0\r\n", ParseError.BadContentLength, 18 },
        { "Content-Length: 5\t5\r\n", ParseError.BadContentLength, 18 },
        { "Content-Length: 5;\r\n", ParseError.BadContentLength, 17 },
        { "Content-Length: 5Z\r\n", ParseError.BadContentLength, 17 },
        { "Content-Length: ,5\r\n", ParseError.BadContentLength, 16 },
        { "Content-Length: \xD9\xA5\r\n", ParseError.BadContentLength, 16 },
        { "Content-Length: 9223372036854775808\r\n", ParseError.BadContentLength, 34 },
        { "Content-Length: 9999999999999999999\r\n", ParseError.BadContentLength, 34 },
        { "Content-Length: 18446744073709551621\r\n", ParseError.BadContentLength, 34 + 1 },
        { "Content-Length: 00000000000000000005\r\n", ParseError.BadContentLength, 35 },

        // RQ-06
        { "Transfer-Encoding: xchunked\r\n", ParseError.UnsupportedTransferCoding, 27 },
        { "Transfer-Encoding: chunkedchunked\r\n", ParseError.UnsupportedTransferCoding, 33 },
        { "Transfer-Encoding: gzip, chunked\r\n", ParseError.UnsupportedTransferCoding, 23 },
        { "Transfer-Encoding: gzip;q=1\r\n", ParseError.UnsupportedTransferCoding, 23 },
        { "Transfer-Encoding: identity\r\n", ParseError.UnsupportedTransferCoding, 27 },
        { "Transfer-Encoding: chunked;q=1\r\n", ParseError.BadTransferEncoding, 26 },
        { "Transfer-Encoding: chunked, identity\r\n", ParseError.BadTransferEncoding, 26 },
        { "Transfer-Encoding: chunked, chunked\r\n", ParseError.BadTransferEncoding, 26 },
        { "Transfer-Encoding: chunked ,\r\n", ParseError.BadTransferEncoding, 27 },
        { "Transfer-Encoding: ,chunked\r\n", ParseError.BadTransferEncoding, 19 },
        { "Transfer-Encoding: \r\n", ParseError.BadTransferEncoding, 19 },
        { "Transfer-Encoding: \"chunked\"\r\n", ParseError.BadTransferEncoding, 19 },
        { "Transfer-Encoding: chunk ed\r\n", ParseError.BadTransferEncoding, 25 },
        { "Transfer-Encoding: \u00A0chunked\r\n", ParseError.BadTransferEncoding, 19 },
        { "Transfer-Encoding: \u0085chunked\r\n", ParseError.BadTransferEncoding, 19 },
        { "Transfer-Encoding: chunked\xA0\r\n", ParseError.BadTransferEncoding, 26 },
        { "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", ParseError.BadTransferEncoding, 45 },
    };

    /// <summary>Field lines of a request, error, offset from the first of them.</summary>
    public static TheoryData<string, ParseError, int> RefusedHosts => new()
    {
        { "", ParseError.MissingHost, 0 },
        { "A: b\r\n", ParseError.MissingHost, 6 },
        { "A: b \t\r\n", ParseError.MissingHost, 8 },
        { "Host: a\r\nHost: a\r\n", ParseError.RepeatedHost, 13 },
        { "Host: a\r\nhost: b\r\n", ParseError.RepeatedHost, 13 },
        { "Host: a, b\r\n", ParseError.BadHost, 8 },
        { "Host: a b\r\n", ParseError.BadHost, 7 },
        { "Host: a@b\r\n", ParseError.BadHost, 7 },
        { "Host: a/b\r\n", ParseError.BadHost, 7 },
        { "Host: http://a\r\n", ParseError.BadHost, 11 },
        { "Host: a?\r\n", ParseError.BadHost, 7 },
        { "Host: a#\r\n", ParseError.BadHost, 7 },
        { "Host: a\\b\r\n", ParseError.BadHost, 7 },
        { "Host: a\x80\r\n", ParseError.BadHost, 7 },
        { "Host: a%4\r\n", ParseError.BadHost, 9 },
        { "Host: a%4g\r\n", ParseError.BadHost, 9 },
        { "Host: a%g4\r\n", ParseError.BadHost, 8 },
        { "Host: :80\r\n", ParseError.BadHost, 6 },
        { "Host: a:b\r\n", ParseError.BadHost, 8 },
        { "Host: a:8 0\r\n", ParseError.BadHost, 9 },
        { "Host: a:65536\r\n", ParseError.BadHost, 12 },
        { "Host: a:80:80\r\n", ParseError.BadHost, 10 },
        { "Host: ::1\r\n", ParseError.BadHost, 6 },
        { "Host: [::1\r\n", ParseError.BadHost, 10 },
        { "Host: [::1]a\r\n", ParseError.BadHost, 11 },
        { "Host: [::1%25eth0]\r\n", ParseError.BadHost, 10 },
        { "Host: []\r\n", ParseError.BadHost, 7 },
        { "Host: [1.2.3.4]\r\n", ParseError.BadHost, 14 },
        { "Host: [1::2::3]\r\n", ParseError.BadHost, 14 },
        { "Host: [1:2:3]\r\n", ParseError.BadHost, 12 },
        { "Host: [12345::]\r\n", ParseError.BadHost, 14 },
        { "Host: [v1]\r\n", ParseError.BadHost, 9 },
        { "Host: [::1.2.3.04]\r\n", ParseError.BadHost, 17 },
        { "Host: [::1.2.3]\r\n", ParseError.BadHost, 14 },
        { "Host: [::256.2.3.4]\r\n", ParseError.BadHost, 18 },
        { "Host: [::1.2.3.4:5]\r\n", ParseError.BadHost, 18 },
        { "Host: [1:2:3:4:5:6:7:8::]\r\n", ParseError.BadHost, 24 },
        { "Host: [1::2:3:4:5:6:7:8]\r\n", ParseError.BadHost, 23 },
        { "Host: [:::]\r\n", ParseError.BadHost, 10 },
        { "Host: [1:]\r\n", ParseError.BadHost, 9 },
        { "Host: [:1]\r\n", ParseError.BadHost, 9 },
    };

    public static TheoryData<string> ValidHosts =>
    [
        "", "a", "a.example", ".", "a:", "a:0", "a:80", "a:65535", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080", "[::ffff:1.2.3.4]",
        "[1:2:3:4:5:6:7:8]", "[v1.a:b]", "[1:2:3:4:5:6:7::]", "[1::8]", "[1:2:3:4:5:6:1.2.3.4]", "[::]", "a%41:80", "%C3%A5", "a_b", "a~!$&'()*+,;=", "xn--a",
    ];
}
