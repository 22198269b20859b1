namespace HiPerf;

/// <summary>What a message did that its grammar does not allow, or allows only out of kindness, and that was let pass.</summary>
/// <remarks>One set for all protocols, so that an operator counts them in one place before enforcing. Bits 0–15 HTTP/1, 16–23 FTP, 24–31 Gopher.</remarks>
[Flags]
public enum Deviations : uint
{
    /// <summary>Nothing was let pass.</summary>
    None = 0,

    /// <summary>A line ended in LF without CR. RFC 9112 section 2.2; needs <c>Http1Leniency.BareLf</c>.</summary>
    BareLf = 1 << 0,

    /// <summary>A field value went on in a line that begins with white space. RFC 9112 section 5.2; needs <c>Http1Leniency.ObsFold</c>.</summary>
    ObsFold = 1 << 1,

    /// <summary>White space stood between a field name and its colon. RFC 9112 section 5.1; needs <c>Http1Leniency.SpaceBeforeColon</c>.</summary>
    SpaceBeforeColon = 1 << 2,

    /// <summary>An empty line stood before the request-line. RFC 9112 section 2.2 lets one pass.</summary>
    LeadingEmptyLine = 1 << 3,

    /// <summary>A status-line ended right after its code, without the space. RFC 9112 section 4; needs <c>Http1Leniency.MissingReasonSpace</c>.</summary>
    MissingReasonSpace = 1 << 4,

    /// <summary>Content-Length was sent more than once with one and the same value. RFC 9112 section 6.3; needs <c>Http1Leniency.RepeatedContentLength</c>.</summary>
    RepeatedContentLength = 1 << 5,

    /// <summary>A trailer section held a field that frames, routes, authenticates or controls: it is listed, and nobody may go by it. RFC 9110 section 6.5.1.</summary>
    ForbiddenTrailer = 1 << 6,

    /// <summary>A multipart body held no part. RFC 2046 section 5.1.1; needs <c>FormLeniency.MissingPart</c>.</summary>
    MissingPart = 1 << 14,

    /// <summary>A percent sign in a form stood for itself. WHATWG URL section 5.1; needs <c>FormLeniency.BadFormEncoding</c>.</summary>
    BadFormEncoding = 1 << 15,

    /// <summary>A line of a reply ended in LF without CR. RFC 959 section 5.3.</summary>
    ReplyBareLf = 1 << 16,

    /// <summary>The last line of a reply ended right after its code, without the space. RFC 959 section 4.2.</summary>
    MissingReplySpace = 1 << 17,

    /// <summary>A Telnet command, or an IAC that begins none, stood on the control connection; a doubled IAC, which stands for itself, is none. RFC 854.</summary>
    TelnetCommand = 1 << 18,

    /// <summary>The six numbers of a 227 reply stood in no parentheses. RFC 1123 section 4.1.2.6.</summary>
    MissingParentheses = 1 << 19,

    /// <summary>A line of Gopher ended in LF without CR, or with the connection. RFC 1436 section 2; in requests it needs <c>GopherLeniency.BareLf</c>.</summary>
    GopherBareLf = 1 << 24,

    /// <summary>A menu or a text ended without its line of a dot alone, and may be cut short. RFC 1436 appendix.</summary>
    MissingGopherTerminator = 1 << 25,

    /// <summary>A line of a menu or of attributes is none, or holds an octet that no line holds. RFC 1436 appendix.</summary>
    MalformedGopherItem = 1 << 26,

    /// <summary>An information line, an error or a link has fewer than four fields. RFC 1436 appendix.</summary>
    MissingGopherField = 1 << 27,

    /// <summary>A line of a menu has more fields than four, and than Gopher+ gives a meaning. Gopher+ section 2.2.</summary>
    ExtraGopherField = 1 << 28,

    /// <summary>A selector is longer than 255 octets. RFC 1436 section 3.9.</summary>
    LongSelector = 1 << 29,

    /// <summary>A line of a Gopher text begins with one dot where two stand for one: the server puts none before it. RFC 1436 appendix.</summary>
    UnstuffedDot = 1 << 30,
}
