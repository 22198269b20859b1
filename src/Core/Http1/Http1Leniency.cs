namespace HiPerf.Http1;

/// <summary>What a strict reading refuses and a caller may let pass, one flag a deviation, with the peer that needs it.</summary>
/// <remarks>Everything let pass is reported in <see cref="ParseResult.Deviations"/>.</remarks>
[Flags]
public enum Http1Leniency : ushort
{
    /// <summary>Nothing: the grammar of RFC 9112 as it stands.</summary>
    None = 0,

    /// <summary>Lines of a head may end in LF alone (section 2.2): scripts that print their own heads, old CGI programs. Never in chunked framing.</summary>
    BareLf = 1 << 0,

    /// <summary>A field value may go on in a line that begins with SP or HTAB (section 5.2): mail gateways, IIS behind old proxies.</summary>
    ObsFold = 1 << 1,

    /// <summary>SP or HTAB may stand between a field name and its colon (section 5.1), in responses alone: embedded web servers.</summary>
    SpaceBeforeColon = 1 << 2,

    /// <summary>A status-line may end right after its code (section 4): embedded web servers, some load balancers.</summary>
    MissingReasonSpace = 1 << 3,

    /// <summary>Content-Length may be repeated with one and the same value (section 6.3): servers behind a proxy that adds its own.</summary>
    RepeatedContentLength = 1 << 4,
}
