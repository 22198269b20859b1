namespace HiPerf.Http;

/// <summary>What the preconditions of a request lead to. RFC 9110 section 13.2.2.</summary>
public enum PreconditionOutcome : byte
{
    /// <summary>Do what the method asks.</summary>
    Proceed,

    /// <summary>Answer 304. RFC 9110 section 15.4.5.</summary>
    NotModified,

    /// <summary>Answer 412. RFC 9110 section 15.5.13.</summary>
    Failed,
}
