namespace HiPerf;

/// <summary>Why an input was refused. The numbers are fixed; one range a protocol: 1000 HTTP/1, 2000 URLs, 3000 FTP, 4000 Gopher.</summary>
/// <remarks>Defining section, HTTP status to answer and a sentence for people: <see cref="ParseErrors"/>.</remarks>
public enum ParseError : ushort
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The method is empty or holds an octet that is no tchar. RFC 9112 section 3.1.</summary>
    BadMethod = 1001,

    /// <summary>The method is longer than <c>MaxMethod</c>. RFC 9112 section 3.</summary>
    MethodTooLong = 1002,

    /// <summary>The request-target is empty, holds an octet that no URI holds, or has no form that the method allows. RFC 9112 section 3.2.</summary>
    BadRequestTarget = 1003,

    /// <summary>The HTTP-version is not of the form HTTP/DIGIT.DIGIT, or is not followed by the end of the line. RFC 9112 section 2.3.</summary>
    BadVersion = 1004,

    /// <summary>The HTTP-version is well formed but neither 1.0 nor 1.1. RFC 9110 section 15.6.6.</summary>
    UnsupportedVersion = 1005,

    /// <summary>The start-line is longer than <c>MaxStartLine</c>. RFC 9112 section 3.</summary>
    StartLineTooLong = 1006,

    /// <summary>The status code is not three digits from 100 to 599. RFC 9110 section 15.</summary>
    BadStatusCode = 1007,

    /// <summary>The reason phrase holds a control octet, or no space stands before it. RFC 9112 section 4.</summary>
    BadReasonPhrase = 1008,

    /// <summary>A CR is not followed by LF. RFC 9112 section 2.2. The position is the octet after the CR.</summary>
    BareCr = 1010,

    /// <summary>A line ends in LF without CR. RFC 9112 section 2.2.</summary>
    BareLf = 1011,

    /// <summary>A field name is empty or holds an octet that is no tchar. RFC 9110 section 5.1.</summary>
    BadFieldName = 1012,

    /// <summary>A field line ends before its colon. RFC 9112 section 5.</summary>
    MissingColon = 1013,

    /// <summary>White space stands between a field name and its colon. RFC 9112 section 5.1.</summary>
    SpaceBeforeColon = 1014,

    /// <summary>A field line begins with white space. RFC 9112 section 5.2.</summary>
    ObsFold = 1015,

    /// <summary>The first field line begins with white space. RFC 9112 section 2.2.</summary>
    SpaceBeforeFirstField = 1016,

    /// <summary>A field value holds a control octet other than HTAB. RFC 9110 section 5.5.</summary>
    BadFieldValue = 1017,

    /// <summary>A field line is longer than <c>MaxFieldLine</c>. RFC 6585 section 5.</summary>
    FieldLineTooLong = 1018,

    /// <summary>The head is longer than <c>MaxHead</c>. RFC 6585 section 5.</summary>
    HeadTooLarge = 1019,

    /// <summary>There are more field lines than the caller's table holds. RFC 6585 section 5.</summary>
    TooManyFields = 1020,

    /// <summary>Content-Length is not one decimal number from 0 to 2^63-1. RFC 9112 section 6.3.</summary>
    BadContentLength = 1030,

    /// <summary>Content-Length is sent more than once, or as a list. RFC 9112 section 6.3.</summary>
    RepeatedContentLength = 1031,

    /// <summary>Content-Length and Transfer-Encoding stand together. RFC 9112 section 6.1.</summary>
    LengthWithTransferEncoding = 1032,

    /// <summary>Transfer-Encoding is malformed, repeated, or names chunked other than once and last. RFC 9112 section 6.1.</summary>
    BadTransferEncoding = 1033,

    /// <summary>Transfer-Encoding names a coding other than chunked. RFC 9112 section 6.1.</summary>
    UnsupportedTransferCoding = 1034,

    /// <summary>Transfer-Encoding stands in an HTTP/1.0 message. RFC 9112 section 6.1.</summary>
    TransferEncodingInHttp10 = 1035,

    /// <summary>Host is missing from an HTTP/1.1 request. RFC 9112 section 3.2.</summary>
    MissingHost = 1036,

    /// <summary>Host is sent more than once. RFC 9112 section 3.2.</summary>
    RepeatedHost = 1037,

    /// <summary>Host is not uri-host [":" port]. RFC 9110 section 7.2.</summary>
    BadHost = 1038,

    /// <summary>The authority of an absolute request-target is not that of Host. RFC 9112 section 3.2.2, refused by design.</summary>
    HostMismatch = 1039,

    /// <summary>A chunk-size is empty, holds an octet that is no hexadecimal digit, or has more than 16 digits. RFC 9112 section 7.1.</summary>
    BadChunkSize = 1050,

    /// <summary>A chunk-size is greater than 2^63-1. RFC 9112 section 7.1.</summary>
    ChunkSizeOverflow = 1051,

    /// <summary>A chunk-ext breaks its grammar. RFC 9112 section 7.1.1.</summary>
    BadChunkExtension = 1052,

    /// <summary>A chunk-size line is longer than <c>MaxChunkLine</c>. RFC 9112 section 7.1.1.</summary>
    ChunkLineTooLong = 1053,

    /// <summary>Chunk data is not followed by CRLF. RFC 9112 section 7.1.</summary>
    MissingChunkEnd = 1054,

    /// <summary>The chunk framing outweighs the content it frames. RFC 9112 section 7.1.1, limits of the catalogue RQ-17.</summary>
    ChunkOverhead = 1055,

    /// <summary>The trailer section is longer than <c>MaxTrailers</c>. RFC 9110 section 6.5.</summary>
    TrailersTooLarge = 1056,

    /// <summary>The content is longer than the caller allows. RFC 9110 section 15.5.14.</summary>
    ContentTooLarge = 1057,

    /// <summary>Octets come from the server where no response is due: on an idle connection, or behind the final response. RFC 9112 section 9.2.</summary>
    UnsolicitedResponse = 1060,

    /// <summary>More interim responses come than <c>MaxInterimResponses</c>, or more octets of them than <c>MaxHead</c>. RFC 9110 section 15.2.</summary>
    TooManyInterimResponses = 1061,

    /// <summary>An interim response declares content. RFC 9110 section 8.6.</summary>
    ContentInInterimResponse = 1062,

    /// <summary>A request of HTTP/1.0 is answered with an interim response. RFC 9110 section 15.2.</summary>
    InterimResponseToHttp10 = 1063,

    /// <summary>The server switches to a protocol that was not offered. RFC 9110 section 7.8.</summary>
    UnofferedUpgrade = 1064,

    /// <summary>A 101 lacks Upgrade or the connection option of that name, or comes before the 100 that is awaited. RFC 9110 section 7.8.</summary>
    BadUpgrade = 1065,

    /// <summary>A CONNECT request declares content. RFC 9110 section 9.3.6.</summary>
    ConnectWithContent = 1066,

    /// <summary>The connection ended where a response is due. RFC 9112 section 8.</summary>
    MissingResponse = 1067,

    /// <summary>The connection ended in the middle of a head. RFC 9112 section 8.</summary>
    IncompleteHead = 1068,

    /// <summary>The connection ended, or the message was given up, before its content did. RFC 9112 section 8.</summary>
    IncompleteContent = 1069,

    /// <summary>A message has more content than its framing, its method or its status allows. RFC 9112 section 6.3.</summary>
    ExcessContent = 1070,

    /// <summary>Octets come behind a message that said close. RFC 9112 section 9.6.</summary>
    MessageAfterClose = 1071,

    /// <summary>A message comes on a connection that was handed to another protocol. RFC 9110 section 7.8.</summary>
    MessageAfterSwitch = 1072,

    /// <summary>The URL has no scheme and there is no base to take it from. RFC 3986 section 3.1.</summary>
    MissingScheme = 2001,

    /// <summary>The scheme does not begin with a letter, or holds an octet no scheme holds. RFC 3986 section 3.1.</summary>
    BadScheme = 2002,

    /// <summary>The scheme needs a host and the URL has none. RFC 9110 section 4.2.1.</summary>
    MissingUrlHost = 2003,

    /// <summary>The host is no registered name, IPv4 or IPv6 address. RFC 3986 section 3.2.2.</summary>
    BadUrlHost = 2004,

    /// <summary>The port is not a number from 0 to 65535. RFC 3986 section 3.2.3.</summary>
    BadUrlPort = 2005,

    /// <summary>The URL holds an octet or character that stands for nothing in a URL. RFC 3986 section 2.</summary>
    BadUrlCharacter = 2006,

    /// <summary>A percent sign is not followed by two hexadecimal digits. RFC 3986 section 2.1.</summary>
    BadPercentEncoding = 2007,

    /// <summary>The URL is longer than the caller allows. RFC 9110 section 4.1.</summary>
    UrlTooLong = 2008,
}
