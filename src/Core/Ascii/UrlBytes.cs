using System.Buffers;

namespace HiPerf.Ascii;

/// <summary>Which octets stand where in a URL.</summary>
/// <remarks>
/// RFC 3986 appendix A for the strict classes:
/// <code>
/// unreserved = ALPHA / DIGIT / "-" / "." / "_" / "~"     sub-delims = "!" / "$" / "&amp;" / "'" / "(" / ")" / "*" / "+" / "," / ";" / "="
/// pchar      = unreserved / pct-encoded / sub-delims / ":" / "@"
/// </code>
/// The WHATWG URL standard, sections 1.3 and 3.2, for the percent-encode sets and the forbidden host code points. The percent sign is in no class here.
/// </remarks>
internal static class UrlBytes
{
    /// <summary>RFC 3986 scheme, after its first letter.</summary>
    internal const byte SchemeOctet = 1;

    /// <summary>RFC 3986 unreserved / sub-delims: a reg-name.</summary>
    internal const byte RegName = 2;

    /// <summary>RFC 3986 userinfo: a reg-name's octets and the colon.</summary>
    internal const byte UserInfo = 4;

    /// <summary>RFC 3986 pchar.</summary>
    internal const byte PChar = 8;

    /// <summary>RFC 3986 query and fragment: pchar, slash, question mark.</summary>
    internal const byte QueryOctet = 16;

    /// <summary>RFC 3986 unreserved.</summary>
    internal const byte Unreserved = 32;

    /// <summary>RFC 3986 gen-delims: what separates components.</summary>
    internal const byte GenDelims = 64;

    private const string Alpha = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string UnreservedSet = Alpha + Digits + "-._~";
    private const string SubDelims = "!$&'()*+,;=";

    private const string FragmentSet = " \"<>`";
    private const string QuerySet = " \"#<>";
    private const string PathSet = QuerySet + "?^`{}";
    private const string ForbiddenHostSet = "\0\t\n\r #/:<>?@[\\]^|";

    private static readonly byte[] s_classes = Classes();

    /// <summary>WHATWG fragment percent-encode set.</summary>
    internal static readonly SearchValues<byte> FragmentEncode = WithControls(FragmentSet);

    /// <summary>WHATWG query percent-encode set.</summary>
    internal static readonly SearchValues<byte> QueryEncode = WithControls(QuerySet);

    /// <summary>WHATWG special-query percent-encode set.</summary>
    internal static readonly SearchValues<byte> SpecialQueryEncode = WithControls(QuerySet + "'");

    /// <summary>WHATWG path percent-encode set.</summary>
    internal static readonly SearchValues<byte> PathEncode = WithControls(PathSet);

    /// <summary>What keeps a path from being copied as it is: the path percent-encode set, the backslash, and the percent sign that may begin %2e.</summary>
    internal static readonly SearchValues<byte> PathCare = WithControls(PathSet + "\\%");

    /// <summary>WHATWG userinfo percent-encode set.</summary>
    internal static readonly SearchValues<byte> UserInfoEncode = WithControls(PathSet + "/:;=@[\\]|");

    /// <summary>WHATWG C0 control percent-encode set.</summary>
    internal static readonly SearchValues<byte> ControlEncode = WithControls(string.Empty);

    /// <summary>What keeps a domain from being lower-cased and copied: forbidden domain code points, the percent sign, octets beyond ASCII.</summary>
    internal static readonly SearchValues<byte> DomainCare = WithControls(ForbiddenHostSet + "%");

    /// <summary>WHATWG forbidden host code points.</summary>
    internal static readonly SearchValues<byte> ForbiddenHost = SearchValues.Create(System.Text.Encoding.ASCII.GetBytes(ForbiddenHostSet));

    /// <summary>Everything a path segment of RFC 3986 cannot hold as it is.</summary>
    internal static readonly SearchValues<byte> SegmentEncode = Except(UnreservedSet + SubDelims + ":@");

    /// <summary>The same for a whole path, whose slashes stay.</summary>
    internal static readonly SearchValues<byte> SegmentsEncode = Except(UnreservedSet + SubDelims + ":@/");

    /// <summary>Everything but unreserved: for a user name, a password, a query's name or value.</summary>
    internal static readonly SearchValues<byte> ComponentEncode = Except(UnreservedSet);

    /// <summary>Whether the octet belongs to any of the classes.</summary>
    internal static bool Is(byte octet, byte classes) => (s_classes[octet] & classes) != 0;

    /// <summary>Whether the octet may stand in some place of a URI by itself: unreserved, gen-delims or sub-delims.</summary>
    internal static bool IsUriOctet(byte octet) => (s_classes[octet] & (RegName | GenDelims)) != 0;

    /// <summary>Whether the octet is 0 to 9.</summary>
    internal static bool IsDigit(byte octet) => (uint)(octet - '0') <= 9;

    /// <summary>Whether the octet is A to Z or a to z.</summary>
    internal static bool IsAlpha(byte octet) => (uint)((octet | 0x20) - 'a') <= 25;

    /// <summary>The value of a hexadecimal digit, −1 for any other octet.</summary>
    internal static int HexValue(byte octet)
    {
        if (IsDigit(octet))
        {
            return octet - '0';
        }

        var letter = (octet | 0x20) - 'a';
        return (uint)letter <= 5 ? letter + 10 : -1;
    }

    private static byte[] Classes()
    {
        var classes = new byte[256];
        Mark(classes, Alpha + Digits + "+-.", SchemeOctet);
        Mark(classes, UnreservedSet, Unreserved);
        Mark(classes, UnreservedSet + SubDelims, RegName);
        Mark(classes, UnreservedSet + SubDelims + ":", UserInfo);
        Mark(classes, UnreservedSet + SubDelims + ":@", PChar);
        Mark(classes, UnreservedSet + SubDelims + ":@/?", QueryOctet);
        Mark(classes, ":/?#[]@", GenDelims);
        return classes;
    }

    private static void Mark(byte[] classes, string octets, byte bit)
    {
        foreach (var octet in octets)
        {
            classes[octet] |= bit;
        }
    }

    private static SearchValues<byte> WithControls(string octets) =>
        SearchValues.Create([.. Enumerable.Range(0, 256).Where(o => o is < 0x20 or > 0x7E || octets.Contains((char)o)).Select(o => (byte)o)]);

    private static SearchValues<byte> Except(string octets) =>
        SearchValues.Create([.. Enumerable.Range(0, 256).Where(o => !octets.Contains((char)o)).Select(o => (byte)o)]);
}
