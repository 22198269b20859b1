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
        ParseError.BadToken => new("RFC 9110 section 5.6.2", 400, "A token is missing where one must stand."),
        ParseError.BadList => new("RFC 9110 section 5.6.1", 400, "Something that is no comma stands behind an element of a list."),
        ParseError.BadQuotedString => new("RFC 9110 section 5.6.4", 400, "A quoted-string is missing, does not end, or holds a control octet."),
        ParseError.BadComment => new("RFC 9110 section 5.6.5", 400, "A comment is missing, does not end, or holds a control octet."),
        ParseError.BadParameter => new("RFC 9110 section 5.6.6", 400, "A parameter is not name, equals sign, value."),
        ParseError.BadWeight => new("RFC 9110 section 12.4.2", 400, "A weight is not 0 to 1 with at most three decimals, or stands twice."),
        ParseError.BadMediaType => new("RFC 9110 section 8.3.1", 400, "A media type or media range is not type, slash, subtype and parameters."),
        ParseError.BadLanguageRange => new("RFC 4647 section 2.1", 400, "A language range is not one to eight letters and subtags of one to eight letters and digits."),
        ParseError.BadEntityTag => new("RFC 9110 section 8.8.3", 400, "An entity tag is not an opaque string in quotes, W/ before it at most."),
        ParseError.BadIfRange => new("RFC 9110 section 13.1.5", 400, "If-Range is neither an entity tag nor a date."),
        ParseError.BadRange => new("RFC 9110 section 14.1.1", 416, "Range is not a unit, an equals sign and at least one range that ends where it begins or later."),
        ParseError.TooManyRanges => new("RFC 9110 section 14.2", 416, "There are more ranges than the caller's table holds."),
        ParseError.BadContentRange => new("RFC 9110 section 14.4", 400, "Content-Range is not a unit, a part and the length of the whole, or the part does not lie within the whole."),
        ParseError.BadChallenge => new("RFC 9110 section 11.3", 0, "A challenge is not a scheme, followed by a token68 or by parameters."),
        ParseError.BadCredentials => new("RFC 9110 section 11.4", 400, "Credentials are not a scheme, followed by a token68 or by parameters."),
        ParseError.BadAuthParameter => new("RFC 9110 section 11.2", 400, "An authentication parameter is not name, equals sign, value."),
        ParseError.RepeatedAuthParameter => new("RFC 9110 section 11.2", 400, "An authentication parameter stands twice in one challenge or in the credentials."),
        ParseError.TooManyAuthParameters => new("RFC 9110 section 11.2", 400, "There are more authentication parameters than the caller allows."),
        ParseError.BadBasicCredentials => new("RFC 7617 section 2", 400, "Basic credentials are not the Base64 form of user, colon, password, or hold a control octet."),
        ParseError.BadCacheDirective => new("RFC 9111 section 5.2", 400, "A cache directive is not a name, with an argument behind an equals sign at most."),
        ParseError.BadDeltaSeconds => new("RFC 9111 section 1.2.2", 400, "A time in seconds is not one or more digits."),
        ParseError.BadCookieOctet => new("RFC 6265bis section 5.6", 400, "A cookie holds a control octet other than HTAB."),
        ParseError.EmptyCookie => new("RFC 6265bis section 5.7", 0, "A cookie has neither a name nor a value."),
        ParseError.CookieTooLong => new("RFC 6265bis section 5.6", 0, "Name and value of a cookie together are longer than MaxNameAndValue."),
        ParseError.SetCookieTooLong => new("RFC 6265bis section 6.1", 0, "A Set-Cookie field value is longer than MaxSetCookie."),
        ParseError.TooManyCookies => new("RFC 6265bis section 6.1", 400, "There are more cookies in a Cookie field than the caller allows."),
        ParseError.BadExtValue => new("RFC 8187 section 3.2.1", 400, "An ext-value is not charset, language and percent-encoded text, or its octets are not of that charset."),
        ParseError.UnsupportedCharset => new("RFC 8187 section 3.2.1", 400, "An ext-value names a charset other than UTF-8 and ISO-8859-1."),
        ParseError.TextTooLong => new("RFC 8187 section 3.2.1", 400, "A decoded text is longer than the caller's place for it."),
        ParseError.BadContentDisposition => new("RFC 6266 section 4.1", 400, "Content-Disposition is not a type and parameters."),
        ParseError.RepeatedDispositionParameter => new("RFC 6266 section 4.1", 400, "A parameter stands twice in Content-Disposition."),
        ParseError.TooManyDispositionParameters => new("RFC 6266 section 4.1", 400, "There are more parameters in Content-Disposition than are read."),
        ParseError.BadForwarded => new("RFC 7239 section 4", 400, "Forwarded is not a list of parameters."),
        ParseError.RepeatedForwardedParameter => new("RFC 7239 section 4", 400, "A parameter stands twice in one element of Forwarded."),
        ParseError.BadForwardedNode => new("RFC 7239 section 6", 400, "What is forwarded for, or by, is no node."),
        ParseError.BadForwardedValue => new("RFC 7239 section 5", 400, "The host or protocol of Forwarded is none."),
        ParseError.TooManyForwardedParameters => new("RFC 7239 section 4", 400, "There are more parameters in one element of Forwarded than are read."),
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
