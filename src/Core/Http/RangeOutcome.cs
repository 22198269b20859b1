namespace HiPerf.Http;

/// <summary>What becomes of the ranges that were asked for.</summary>
public enum RangeOutcome : byte
{
    /// <summary>At least one can be had: 206. RFC 9110 section 15.3.7.</summary>
    Satisfiable,

    /// <summary>None can be had: 416. RFC 9110 section 15.5.17.</summary>
    Unsatisfiable,

    /// <summary>They overlap or jump about so much that they are an attack or a mistake: ignore the field, or 416. RFC 9110 section 14.2.</summary>
    Excessive,
}
