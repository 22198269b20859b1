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

    /// <summary>A token is missing where one must stand. RFC 9110 section 5.6.2.</summary>
    BadToken = 1100,
    /// <summary>Something that is no comma stands behind an element of a list. RFC 9110 section 5.6.1.</summary>
    BadList = 1101,
    /// <summary>A quoted-string is missing, does not end, or holds a control octet. RFC 9110 section 5.6.4.</summary>
    BadQuotedString = 1102,
    /// <summary>A comment is missing, does not end, or holds a control octet. RFC 9110 section 5.6.5.</summary>
    BadComment = 1103,
    /// <summary>A parameter is not name, equals sign, value. RFC 9110 section 5.6.6.</summary>
    BadParameter = 1104,
    /// <summary>A weight is not 0 to 1 with at most three decimals, or stands twice. RFC 9110 section 12.4.2.</summary>
    BadWeight = 1105,
    /// <summary>A media type or media range is not type, slash, subtype and parameters. RFC 9110 section 8.3.1.</summary>
    BadMediaType = 1106,
    /// <summary>A language range is not one to eight letters and subtags of one to eight letters and digits. RFC 4647 section 2.1.</summary>
    BadLanguageRange = 1107,
    /// <summary>An entity tag is not an opaque string in quotes, W/ before it at most. RFC 9110 section 8.8.3.</summary>
    BadEntityTag = 1108,
    /// <summary>If-Range is neither an entity tag nor a date. RFC 9110 section 13.1.5.</summary>
    BadIfRange = 1109,
    /// <summary>Range is not a unit, an equals sign and at least one range that ends where it begins or later. RFC 9110 section 14.1.1.</summary>
    BadRange = 1110,
    /// <summary>There are more ranges than the caller's table holds. RFC 9110 section 14.2.</summary>
    TooManyRanges = 1111,
    /// <summary>Content-Range is not a unit, a part and the length of the whole, or the part does not lie within the whole. RFC 9110 section 14.4.</summary>
    BadContentRange = 1112,
    /// <summary>A challenge is not a scheme, followed by a token68 or by parameters. RFC 9110 section 11.3.</summary>
    BadChallenge = 1113,
    /// <summary>Credentials are not a scheme, followed by a token68 or by parameters. RFC 9110 section 11.4.</summary>
    BadCredentials = 1114,
    /// <summary>An authentication parameter is not name, equals sign, value. RFC 9110 section 11.2.</summary>
    BadAuthParameter = 1115,
    /// <summary>An authentication parameter stands twice in one challenge or in the credentials. RFC 9110 section 11.2.</summary>
    RepeatedAuthParameter = 1116,
    /// <summary>There are more authentication parameters than the caller allows. RFC 9110 section 11.2.</summary>
    TooManyAuthParameters = 1117,
    /// <summary>Basic credentials are not the Base64 form of user, colon, password, or hold a control octet. RFC 7617 section 2.</summary>
    BadBasicCredentials = 1118,
    /// <summary>A cache directive is not a name, with an argument behind an equals sign at most. RFC 9111 section 5.2.</summary>
    BadCacheDirective = 1119,
    /// <summary>A time in seconds is not one or more digits. RFC 9111 section 1.2.2.</summary>
    BadDeltaSeconds = 1120,
    /// <summary>A cookie holds a control octet other than HTAB. RFC 6265bis section 5.6.</summary>
    BadCookieOctet = 1140,
    /// <summary>A cookie has neither a name nor a value. RFC 6265bis section 5.7.</summary>
    EmptyCookie = 1141,
    /// <summary>Name and value of a cookie together are longer than <c>MaxNameAndValue</c>. RFC 6265bis section 5.6.</summary>
    CookieTooLong = 1142,
    /// <summary>A Set-Cookie field value is longer than <c>MaxSetCookie</c>. Limit of the catalogue CK-06.</summary>
    SetCookieTooLong = 1143,
    /// <summary>There are more cookies in a Cookie field than the caller allows. RFC 6265bis section 6.1.</summary>
    TooManyCookies = 1144,
    /// <summary>An ext-value is not charset, language and percent-encoded text, or its octets are not of that charset. RFC 8187 section 3.2.1.</summary>
    BadExtValue = 1145,
    /// <summary>An ext-value names a charset other than UTF-8 and ISO-8859-1. RFC 8187 section 3.2.1.</summary>
    UnsupportedCharset = 1146,
    /// <summary>A decoded text is longer than the caller's place for it. RFC 8187 section 3.2.1.</summary>
    TextTooLong = 1147,
    /// <summary>Content-Disposition is not a type and parameters. RFC 6266 section 4.1.</summary>
    BadContentDisposition = 1148,
    /// <summary>A parameter stands twice in Content-Disposition. RFC 6266 section 4.1.</summary>
    RepeatedDispositionParameter = 1149,
    /// <summary>There are more parameters in Content-Disposition than are read. RFC 6266 section 4.1.</summary>
    TooManyDispositionParameters = 1150,
    /// <summary>Forwarded is not a list of parameters. RFC 7239 section 4.</summary>
    BadForwarded = 1151,
    /// <summary>A parameter stands twice in one element of Forwarded. RFC 7239 section 4.</summary>
    RepeatedForwardedParameter = 1152,
    /// <summary>What is forwarded for, or by, is no node: an address, "unknown" or an obfuscated identifier. RFC 7239 section 6.</summary>
    BadForwardedNode = 1153,
    /// <summary>The host or protocol of Forwarded is none. RFC 7239 sections 5.3 and 5.4.</summary>
    BadForwardedValue = 1154,
    /// <summary>There are more parameters in one element of Forwarded than are read. RFC 7239 section 4.</summary>
    TooManyForwardedParameters = 1155,
    /// <summary>A multipart boundary is empty, longer than 70 octets, holds an octet that is no bchar, or ends in a space. RFC 2046 section 5.1.1.</summary>
    BadBoundary = 1170,
    /// <summary>A multipart boundary at the start of a line is followed by something other than white space and CRLF, or two hyphens. RFC 2046 section 5.1.1.</summary>
    BadDelimiter = 1171,
    /// <summary>A multipart body ends before its close-delimiter. RFC 2046 section 5.1.1.</summary>
    MissingCloseDelimiter = 1172,
    /// <summary>A multipart body holds no part. RFC 2046 section 5.1.1.</summary>
    MissingPart = 1173,
    /// <summary>A multipart body holds more parts than <c>MaxParts</c>. RFC 9110 section 15.5.14.</summary>
    TooManyParts = 1174,
    /// <summary>The head of a part is longer than <c>MaxHead</c>. RFC 9110 section 15.5.14.</summary>
    PartHeadTooLarge = 1175,
    /// <summary>A part of a form has no Content-Disposition that names it. RFC 7578 section 4.2.</summary>
    BadFormDisposition = 1176,
    /// <summary>A percent sign in a form is not followed by two hexadecimal digits. WHATWG URL section 5.1, refused by design.</summary>
    BadFormEncoding = 1180,
    /// <summary>A form holds more pairs than <c>MaxPairs</c>. RFC 9110 section 15.5.14.</summary>
    TooManyPairs = 1181,
    /// <summary>A name in a form is longer than <c>MaxName</c>. RFC 9110 section 15.5.14.</summary>
    FormNameTooLong = 1182,
    /// <summary>A value in a form is longer than <c>MaxValue</c>. RFC 9110 section 15.5.14.</summary>
    FormValueTooLong = 1183,

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

    /// <summary>A reply does not begin with three digits of which the first is 1 to 5. RFC 959 section 4.2.</summary>
    BadReplyCode = 3001,
    /// <summary>A reply code is followed by something other than a space, a hyphen or the end of the line. RFC 959 section 4.2.</summary>
    BadReplySeparator = 3002,
    /// <summary>A line of a reply is longer than MaxReplyLine. RFC 959 section 4.2.</summary>
    ReplyLineTooLong = 3003,
    /// <summary>A reply is longer than MaxReply. RFC 959 section 4.2.</summary>
    ReplyTooLarge = 3004,
    /// <summary>A reply has more lines than MaxReplyLines. RFC 959 section 4.2.</summary>
    TooManyReplyLines = 3005,
    /// <summary>A line of the control connection holds a NUL. RFC 854.</summary>
    NulOnControl = 3006,
    /// <summary>A line of the control connection holds a CR that no LF follows. RFC 959 section 5.3.</summary>
    CrOnControl = 3007,
    /// <summary>A command ends in LF without CR. RFC 959 section 5.3.</summary>
    LfOnControl = 3008,
    /// <summary>A command does not begin with a letter and letters or digits, at most sixteen, and then a space or the end of the line. RFC 959 section 5.3.</summary>
    BadCommand = 3010,
    /// <summary>A command line is longer than MaxCommandLine. RFC 959 section 5.3.</summary>
    CommandLineTooLong = 3011,
    /// <summary>Host and port are not six numbers from 0 to 255 with commas between them. RFC 959 section 4.1.2.</summary>
    BadHostPort = 3020,
    /// <summary>The argument of EPRT is not protocol, address and port within four equal delimiters. RFC 2428 section 2.</summary>
    BadExtendedAddress = 3021,
    /// <summary>The reply to EPSV holds no port behind three equal delimiters and before a fourth, in parentheses. RFC 2428 section 3.</summary>
    BadExtendedPort = 3022,
    /// <summary>The port of a data connection is 0 or above 65535. RFC 2428 section 2.</summary>
    BadDataPort = 3023,
    /// <summary>The network protocol is neither 1 nor 2. RFC 2428 section 2.</summary>
    UnsupportedNetworkProtocol = 3024,
    /// <summary>A time is not fourteen digits that name one, with a fraction behind a dot at most. RFC 3659 section 2.3.</summary>
    BadTimeVal = 3030,
    /// <summary>A fact is not a name, an equals sign, a value of its kind and a semicolon. RFC 3659 section 7.2.</summary>
    BadFact = 3031,
    /// <summary>A fact stands twice in one line. RFC 3659 section 7.2.</summary>
    RepeatedFact = 3032,
    /// <summary>No path name stands behind the facts and a space, or it holds a NUL, CR or LF. RFC 3659 section 7.2.</summary>
    MissingPathName = 3033,
    /// <summary>The text of a 257 reply does not begin with a path name in quotes, those within doubled. RFC 959 appendix II.</summary>
    BadQuotedPath = 3034,
    /// <summary>A size or an offset is not one decimal number from 0 to 2^63-1. RFC 3659 section 4.</summary>
    BadSize = 3035,
    /// <summary>The reply holds no hash of the algorithm's length. draft-bryan-ftpext-hash section 3.</summary>
    BadHash = 3036,
    /// <summary>The reply to FEAT is not a list, one feature a line. RFC 2389 section 3.2.</summary>
    BadFeatureList = 3037,
    /// <summary>A reply comes and no command waits for one. RFC 959 section 5.4.</summary>
    UnsolicitedReply = 3050,
    /// <summary>A reply comes that the command it would answer cannot have. RFC 959 section 5.4.</summary>
    MismatchedReply = 3051,
    /// <summary>A second reply says that the transfer begins. RFC 959 section 5.4.</summary>
    RepeatedPreliminaryReply = 3052,
    /// <summary>A transfer is said to be over that was never said to begin. RFC 959 section 5.4.</summary>
    MissingPreliminaryReply = 3053,
    /// <summary>A reply comes behind the one that ends the connection. RFC 959 section 5.4.</summary>
    ReplyAfterClose = 3054,
    /// <summary>Octets stand behind the reply to AUTH before TLS has begun: they were sent in clear by whoever wanted them read as protected. RFC 4217 section 4.</summary>
    OctetsBeforeTls = 3055,

    /// <summary>A line of a listing is longer than <c>MaxLine</c>. RFC 959 section 4.1.3.</summary>
    ListLineTooLong = 3100,
    /// <summary>A listing holds more lines than <c>MaxLines</c>. RFC 959 section 4.1.3.</summary>
    TooManyListLines = 3101,
    /// <summary>A line of a listing is none of its format, or the format is not known. RFC 959 section 4.1.3. No parser answers this: it is for callers that take such a line for a failure.</summary>
    UnrecognizedListLine = 3102,

    /// <summary>A line of Gopher holds a NUL. RFC 1436 section 2.</summary>
    NulInGopher = 4001,
    /// <summary>A request line holds a CR that no LF follows. RFC 1436 section 2. The position is the octet after the CR.</summary>
    CrInGopher = 4002,
    /// <summary>A request line ends in LF without CR. RFC 1436 section 2.</summary>
    LfInGopher = 4003,
    /// <summary>A request line is longer than <c>MaxRequestLine</c>. RFC 1436 section 2.</summary>
    GopherRequestTooLong = 4004,
    /// <summary>What follows a tab of a request is neither search words nor one of the forms of Gopher+. Gopher+ section 2.3.</summary>
    BadGopherPlus = 4005,
    /// <summary>A line of a menu or of attributes is longer than <c>MaxLine</c>. RFC 1436 appendix.</summary>
    GopherLineTooLong = 4010,
    /// <summary>A menu or an answer of attributes has more lines than <c>MaxItems</c>. RFC 1436 appendix.</summary>
    TooManyGopherItems = 4011,
    /// <summary>A menu or an answer of attributes is longer than <c>MaxMenu</c>. RFC 1436 appendix.</summary>
    GopherMenuTooLarge = 4012,
    /// <summary>A status line is not a sign, a length and the end of the line. Gopher+ section 2.3.</summary>
    BadGopherStatus = 4020,
    /// <summary>An error does not begin with a number of at most nine digits and then a space or the end of the line. Gopher+ section 2.3.</summary>
    BadGopherError = 4021,
    /// <summary>The item type of a URL is a control octet or a space. RFC 4266 section 2.1.</summary>
    BadGopherType = 4030,
    /// <summary>A Gopher URL holds an encoded CR, LF or NUL, a third tab, or behind the second one no string of Gopher+. RFC 4266 section 2.1.</summary>
    BadGopherSelector = 4031,
}
