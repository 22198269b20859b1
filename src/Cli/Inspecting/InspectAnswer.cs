namespace HiPerf.Cli.Inspecting;

/// <summary>How an input was judged.</summary>
internal enum Verdict
{
    Accept,
    Reject,
    Incomplete,
}

/// <summary>What was read from one input. Members that do not belong to its kind stay null.</summary>
internal sealed class InspectAnswer
{
    public string Id { get; set; } = "null";

    public Verdict Verdict { get; set; }

    /// <summary>Name of the error; null unless rejected.</summary>
    public string? ErrorKind { get; private set; }

    /// <summary>Offset of the first offending octet in the whole input.</summary>
    public long ErrorOffset { get; private set; }

    public string ErrorRfc { get; private set; } = string.Empty;

    /// <summary>A sentence about the error, without the input's own octets.</summary>
    public string ErrorMessage { get; private set; } = string.Empty;

    public Deviations Deviations { get; set; }

    /// <summary>What the verdict would be if the connection ended here; null unless incomplete.</summary>
    public Verdict? AtEndOfConnection { get; set; }

    public List<InspectedMessage>? Messages { get; set; }

    /// <summary>Where HTTP/1 ends and another protocol, or a tunnel, begins; null where it does not.</summary>
    public long? UpgradeAt { get; set; }

    /// <summary>Octets behind what was read; null for URLs.</summary>
    public long? Unconsumed { get; set; }

    /// <summary>Content of a chunked body; null for the other kinds.</summary>
    public byte[]? Body { get; set; }

    public List<KeyValuePair<string, string>>? Trailers { get; set; }

    /// <summary>Size of the chunk a chunk-size line announces, and the octets of that line.</summary>
    public (long Size, int Line)? Chunk { get; set; }

    /// <summary>The parts of a URL under their WHATWG names, <c>href</c> first.</summary>
    public List<KeyValuePair<string, string>>? Url { get; set; }

    /// <summary>Replies of an FTP server; null for the other kinds.</summary>
    public List<InspectedReply>? Replies { get; set; }

    /// <summary>The command of a line; null for the other kinds.</summary>
    public InspectedCommand? Command { get; set; }

    /// <summary>Where a reply to PASV or EPSV leads; null for the other kinds.</summary>
    public InspectedHostPort? HostPort { get; set; }

    /// <summary>Entries of a listing; null for the other kinds.</summary>
    public List<InspectedEntry>? Entries { get; set; }

    /// <summary>Lines of a Gopher menu; null for the other kinds.</summary>
    public List<InspectedItem>? Items { get; set; }

    /// <summary>Whether a line of a dot alone ends the menu; null for the other kinds.</summary>
    public bool? Terminated { get; set; }

    /// <summary>What is sent for a Gopher URL; null for the other kinds.</summary>
    public byte[]? Wire { get; set; }

    public InspectAnswer Refuse(ParseError error, long offset)
    {
        Verdict = Verdict.Reject;
        (ErrorKind, ErrorOffset, ErrorRfc, ErrorMessage) = (error.ToString(), offset, error.RfcSection(), error.Message());
        return this;
    }

    /// <summary>The answer to a record that is none.</summary>
    public static InspectAnswer BadRecord(string id, long offset, string message) => new()
    {
        Id = id,
        Verdict = Verdict.Reject,
        ErrorKind = "BadRecord",
        ErrorOffset = offset,
        ErrorRfc = "RFC 8259",
        ErrorMessage = message,
    };
}
