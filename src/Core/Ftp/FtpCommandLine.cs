namespace HiPerf.Ftp;

/// <summary>One command as offsets in the caller's buffer: plain data, valid after the buffer moves.</summary>
/// <remarks>RFC 959 section 5.3. Before the parser answers Done, its members tell nothing but how far the parser came.</remarks>
public struct FtpCommandLine
{
    internal int FirstDeviation;
    internal byte Stage;

    /// <summary>The registered command, <see cref="FtpCommand.Unknown"/> for any other verb.</summary>
    public FtpCommand Command { readonly get; internal set; }

    /// <summary>The verb as it came, in whatever case.</summary>
    public FtpText Verb { readonly get; internal set; }

    /// <summary>What follows the verb and one space, spaces kept; may be empty.</summary>
    public FtpText Argument { readonly get; internal set; }

    /// <summary>Whether a space follows the verb, be the argument behind it empty.</summary>
    public bool HasArgument { readonly get; internal set; }
}
