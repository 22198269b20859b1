namespace HiPerf.Gopher;

/// <summary>How the end of what follows a status line is found.</summary>
/// <remarks>Gopher+ section 2.3.</remarks>
public enum GopherFraming : byte
{
    /// <summary>By its length.</summary>
    Counted = 0,

    /// <summary>By a line of a dot alone: −1.</summary>
    DotTerminated,

    /// <summary>By the end of the connection: −2.</summary>
    UntilClose,
}
