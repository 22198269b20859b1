namespace HiPerf.Http;

/// <summary>What a strict reading of forms and multipart bodies refuses and a caller may let pass, one flag a deviation, with the peer that needs it.</summary>
/// <remarks>Everything let pass is reported in <see cref="ParseResult.Deviations"/>. How delimiter lines end is under no flag: that is where readers are played off against each other.</remarks>
[Flags]
public enum FormLeniency : byte
{
    /// <summary>Nothing: the grammars as they stand.</summary>
    None = 0,

    /// <summary>A percent sign that begins no escape stands for itself (WHATWG URL section 5.1): forms put together by hand, scripts that call <c>curl --data</c>.</summary>
    BadFormEncoding = 1 << 0,

    /// <summary>A multipart body may hold no part (RFC 2046 section 5.1.1 wants one): browsers send it for a form without fields.</summary>
    MissingPart = 1 << 1,

    /// <summary>A field value of a part's head may go on in a line that begins with SP or HTAB (RFC 5322 section 2.2.3): mail gateways, Python's email package.</summary>
    ObsFold = 1 << 2,
}
