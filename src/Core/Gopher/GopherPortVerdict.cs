namespace HiPerf.Gopher;

/// <summary>Whether Gopher is spoken to a port.</summary>
public enum GopherPortVerdict : byte
{
    /// <summary>The number is no port: not 1 to 65535.</summary>
    None = 0,

    /// <summary>It is: 70, 105, and 1024 and beyond but for what is denied.</summary>
    Allowed,

    /// <summary>Only when the caller says so: below 1024 other services listen.</summary>
    Privileged,

    /// <summary>Not, unless the caller names this very port: a service listens there that takes a selector for a command.</summary>
    Denied,
}
