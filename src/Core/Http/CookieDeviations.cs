namespace HiPerf.Http;

/// <summary>What a cookie did that the grammar for servers does not allow, and that user agents let pass.</summary>
/// <remarks>RFC 6265bis section 4.1.1 against section 5.6. A cookie without any of these is one that a server may send.</remarks>
[Flags]
public enum CookieDeviations : ushort
{
    /// <summary>Nothing: the grammar for servers holds.</summary>
    None = 0,

    /// <summary>There is no name: no equals sign, or nothing before it.</summary>
    Nameless = 1 << 0,

    /// <summary>The name is no token.</summary>
    NameOctets = 1 << 1,

    /// <summary>The value holds other than cookie-octets, which may stand between two double quotes.</summary>
    ValueOctets = 1 << 2,

    /// <summary>White space stands where a server must not send it: at either end, around an equals sign, before a semicolon; in a Cookie field anywhere but one space behind a semicolon, which must stand there.</summary>
    WhiteSpace = 1 << 3,

    /// <summary>An attribute stands more than once; the last one counts.</summary>
    RepeatedAttribute = 1 << 4,

    /// <summary>A known attribute was ignored: its value is no date, no number, no path, no known word, or too long.</summary>
    IgnoredAttribute = 1 << 5,

    /// <summary>Expires holds a date in another form than IMF-fixdate.</summary>
    LooseDate = 1 << 6,

    /// <summary>Max-Age is not above zero, or has a leading zero.</summary>
    LooseMaxAge = 1 << 7,

    /// <summary>Domain is no domain name, or begins with a dot.</summary>
    LooseDomain = 1 << 8,

    /// <summary>An attribute that has no value has one, or an attribute holds an octet beyond ASCII or HTAB.</summary>
    AttributeOctets = 1 << 9,

    /// <summary>In a Cookie field: nothing, or an equals sign alone, stands between two semicolons or at either end.</summary>
    EmptyPair = 1 << 10,
}
