namespace HiPerf.Samples.Catalogue;

/// <summary>What a client is at when it is attacked.</summary>
public enum FtpWork
{
    /// <summary>Connects and logs in.</summary>
    Login,

    /// <summary>Logs in, then opens the file <c>hello.txt</c> and reads it to its end.</summary>
    Read,

    /// <summary>The same twice over one connection.</summary>
    ReadTwice,

    /// <summary>Reads it, then sends NOOP.</summary>
    ReadThenNoOp,

    /// <summary>Copies the file into a folder.</summary>
    Download,

    /// <summary>Copies it where an earlier attempt left a part.</summary>
    Resume,

    /// <summary>Copies a file of five octets to the server.</summary>
    Upload,

    /// <summary>Lists the folder.</summary>
    List,

    /// <summary>Lists the folder and all below it.</summary>
    ListAll,

    /// <summary>Copies the folder and all below it into a local one.</summary>
    Mirror,

    /// <summary>Asks for the current folder.</summary>
    PrintDirectory,

    /// <summary>Sends the raw command CCC.</summary>
    ClearControl,

    /// <summary>Opens a URL.</summary>
    OpenUrl,
}

/// <summary>One stimulus for an FTP client: what its server does, and what the client makes of it.</summary>
/// <param name="Id">The row of the catalogue.</param>
/// <param name="What">What it is.</param>
/// <param name="Work">What the client is at.</param>
/// <param name="Rules">What the server does in place of what is usual; the first that holds counts.</param>
/// <param name="Outcome">
/// <c>in</c>; <c>reads</c> and the content; <c>lists</c> and the names with bars between; <c>path</c> and the folder; <c>sent</c> of an upload;
/// or <c>fails</c> with the kind of the error, the error of the parser if there is one, and the code of the reply if there is one.
/// </param>
public sealed record FtpClientAttack(string Id, string What, FtpWork Work, IReadOnlyList<FtpRule> Rules, string Outcome) : ICatalogued
{
    /// <summary>Whether and when TLS begins, by the names of the client's modes; a name with <c>Clear</c> behind leaves data in clear.</summary>
    public string Tls { get; init; } = "Off";

    /// <summary>Whether the server connects for data.</summary>
    public bool IsActive { get; init; }

    /// <summary>How often verbs were sent, as in <c>EPSV=1 USER=0</c>; a line with its argument stands with underscores for spaces.</summary>
    public string Sent { get; init; } = string.Empty;

    /// <summary>What an earlier attempt left of the file.</summary>
    public string Part { get; init; } = "he";

    /// <summary>A URL, with <c>{host}</c> for the server.</summary>
    public string Url { get; init; } = string.Empty;

    public override string ToString() => $"{Id}, client: {What}";
}
