namespace HiPerf;

/// <summary>What is known of each <see cref="ParseError"/>: its defining section, the status a server answers, a sentence for people.</summary>
public static class ParseErrors
{
    /// <summary>The RFC and section whose rule was broken, as in <c>RFC 9112 section 7.1</c>; empty for <see cref="ParseError.None"/>.</summary>
    public static string RfcSection(this ParseError error) => Find(error).Rfc;

    /// <summary>The HTTP status a server answers, 400 to 505; 0 for errors that no HTTP request can cause.</summary>
    public static int HttpStatus(this ParseError error) => Find(error).Status;

    /// <summary>One sentence that says what is wrong, without the input's own octets.</summary>
    public static string Message(this ParseError error) => Find(error).Message;

    private readonly record struct Fact(string Rfc, int Status, string Message);

    private static Fact Find(ParseError error) => error switch
    {
        ParseError.BadMethod => new("RFC 9112 section 3.1", 400, "The method is empty or holds an octet that is no tchar."),
        ParseError.MethodTooLong => new("RFC 9112 section 3", 501, "The method is longer than MaxMethod."),
        ParseError.BadRequestTarget => new("RFC 9112 section 3.2", 400, "The request-target is empty, holds an octet that no URI holds, or has no form that the method allows."),
        ParseError.BadVersion => new("RFC 9112 section 2.3", 400, "The HTTP-version is not of the form HTTP/DIGIT.DIGIT, or is not followed by the end of the line."),
        ParseError.UnsupportedVersion => new("RFC 9110 section 15.6.6", 505, "The HTTP-version is well formed but neither 1.0 nor 1.1."),
        ParseError.StartLineTooLong => new("RFC 9112 section 3", 414, "The start-line is longer than MaxStartLine."),
        ParseError.BadStatusCode => new("RFC 9110 section 15", 0, "The status code is not three digits from 100 to 599."),
        ParseError.BadReasonPhrase => new("RFC 9112 section 4", 0, "The reason phrase holds a control octet, or no space stands before it."),
        ParseError.BareCr => new("RFC 9112 section 2.2", 400, "A CR is not followed by LF."),
        ParseError.BareLf => new("RFC 9112 section 2.2", 400, "A line ends in LF without CR."),
        ParseError.BadFieldName => new("RFC 9110 section 5.1", 400, "A field name is empty or holds an octet that is no tchar."),
        ParseError.MissingColon => new("RFC 9112 section 5", 400, "A field line ends before its colon."),
        ParseError.SpaceBeforeColon => new("RFC 9112 section 5.1", 400, "White space stands between a field name and its colon."),
        ParseError.ObsFold => new("RFC 9112 section 5.2", 400, "A field line begins with white space."),
        ParseError.SpaceBeforeFirstField => new("RFC 9112 section 2.2", 400, "The first field line begins with white space."),
        ParseError.BadFieldValue => new("RFC 9110 section 5.5", 400, "A field value holds a control octet other than HTAB."),
        ParseError.FieldLineTooLong => new("RFC 6585 section 5", 431, "A field line is longer than MaxFieldLine."),
        ParseError.HeadTooLarge => new("RFC 6585 section 5", 431, "The head is longer than MaxHead."),
        ParseError.TooManyFields => new("RFC 6585 section 5", 431, "There are more field lines than the caller's table holds."),
        ParseError.BadContentLength => new("RFC 9112 section 6.3", 400, "Content-Length is not one decimal number from 0 to 2^63-1."),
        ParseError.RepeatedContentLength => new("RFC 9112 section 6.3", 400, "Content-Length is sent more than once, or as a list."),
        ParseError.LengthWithTransferEncoding => new("RFC 9112 section 6.1", 400, "Content-Length and Transfer-Encoding stand together."),
        ParseError.BadTransferEncoding => new("RFC 9112 section 6.1", 400, "Transfer-Encoding is malformed, repeated, or names chunked other than once and last."),
        ParseError.UnsupportedTransferCoding => new("RFC 9112 section 6.1", 501, "Transfer-Encoding names a coding other than chunked."),
        ParseError.TransferEncodingInHttp10 => new("RFC 9112 section 6.1", 400, "Transfer-Encoding stands in an HTTP/1.0 message."),
        ParseError.MissingHost => new("RFC 9112 section 3.2", 400, "Host is missing from an HTTP/1.1 request."),
        ParseError.RepeatedHost => new("RFC 9112 section 3.2", 400, "Host is sent more than once."),
        ParseError.BadHost => new("RFC 9110 section 7.2", 400, "Host is not uri-host with an optional colon and port."),
        ParseError.HostMismatch => new("RFC 9112 section 3.2.2", 400, "The authority of an absolute request-target is not that of Host."),
        ParseError.BadChunkSize => new("RFC 9112 section 7.1", 400, "A chunk-size is empty, holds an octet that is no hexadecimal digit, or has more than 16 digits."),
        ParseError.ChunkSizeOverflow => new("RFC 9112 section 7.1", 400, "A chunk-size is greater than 2^63-1."),
        ParseError.BadChunkExtension => new("RFC 9112 section 7.1.1", 400, "A chunk-ext breaks its grammar."),
        ParseError.ChunkLineTooLong => new("RFC 9112 section 7.1.1", 400, "A chunk-size line is longer than MaxChunkLine."),
        ParseError.MissingChunkEnd => new("RFC 9112 section 7.1", 400, "Chunk data is not followed by CRLF."),
        ParseError.ChunkOverhead => new("RFC 9112 section 7.1.1", 400, "The chunk framing outweighs the content it frames."),
        ParseError.TrailersTooLarge => new("RFC 9110 section 6.5", 431, "The trailer section is longer than MaxTrailers."),
        ParseError.ContentTooLarge => new("RFC 9110 section 15.5.14", 413, "The content is longer than the caller allows."),
        ParseError.UnsolicitedResponse => new("RFC 9112 section 9.2", 0, "Octets come from the server where no response is due: on an idle connection, or behind the final response."),
        ParseError.TooManyInterimResponses => new("RFC 9110 section 15.2", 0, "More interim responses come than MaxInterimResponses, or more octets of them than MaxHead."),
        ParseError.ContentInInterimResponse => new("RFC 9110 section 8.6", 0, "An interim response declares content."),
        ParseError.InterimResponseToHttp10 => new("RFC 9110 section 15.2", 0, "A request of HTTP/1.0 is answered with an interim response."),
        ParseError.UnofferedUpgrade => new("RFC 9110 section 7.8", 0, "The server switches to a protocol that was not offered."),
        ParseError.BadUpgrade => new("RFC 9110 section 7.8", 0, "A 101 lacks Upgrade or the connection option of that name, or comes before the 100 that is awaited."),
        ParseError.ConnectWithContent => new("RFC 9110 section 9.3.6", 400, "A CONNECT request declares content."),
        ParseError.MissingResponse => new("RFC 9112 section 8", 0, "The connection ended where a response is due."),
        ParseError.IncompleteHead => new("RFC 9112 section 8", 400, "The connection ended in the middle of a head."),
        ParseError.IncompleteContent => new("RFC 9112 section 8", 400, "The connection ended, or the message was given up, before its content did."),
        ParseError.ExcessContent => new("RFC 9112 section 6.3", 400, "A message has more content than its framing, its method or its status allows."),
        ParseError.MessageAfterClose => new("RFC 9112 section 9.6", 400, "Octets come behind a message that said close."),
        ParseError.MessageAfterSwitch => new("RFC 9110 section 7.8", 0, "A message comes on a connection that was handed to another protocol."),
        ParseError.MissingScheme => new("RFC 3986 section 3.1", 0, "The URL has no scheme and there is no base to take it from."),
        ParseError.BadScheme => new("RFC 3986 section 3.1", 0, "The scheme does not begin with a letter, or holds an octet no scheme holds."),
        ParseError.MissingUrlHost => new("RFC 9110 section 4.2.1", 0, "The scheme needs a host and the URL has none."),
        ParseError.BadUrlHost => new("RFC 3986 section 3.2.2", 0, "The host is no registered name, IPv4 or IPv6 address."),
        ParseError.BadUrlPort => new("RFC 3986 section 3.2.3", 0, "The port is not a number from 0 to 65535."),
        ParseError.BadUrlCharacter => new("RFC 3986 section 2", 0, "The URL holds an octet or character that stands for nothing in a URL."),
        ParseError.BadPercentEncoding => new("RFC 3986 section 2.1", 0, "A percent sign is not followed by two hexadecimal digits."),
        ParseError.UrlTooLong => new("RFC 9110 section 4.1", 0, "The URL is longer than the caller allows."),
        _ => new(string.Empty, 0, string.Empty),
    };
}
