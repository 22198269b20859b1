namespace HiPerf.Cli.Inspecting;

/// <summary>One message as it was read, whole or as far as it goes. Octets in text are ISO-8859-1.</summary>
internal sealed class InspectedMessage
{
    public bool Complete { get; set; }

    public string? Method { get; set; }

    public string? Target { get; set; }

    /// <summary><c>1.0</c> or <c>1.1</c>.</summary>
    public string? Version { get; set; }

    public int? Status { get; set; }

    public string? Reason { get; set; }

    public List<KeyValuePair<string, string>>? Headers { get; set; }

    /// <summary>How the end of the content is found: none, length, chunked or until-close; null as long as the head is not whole.</summary>
    public string? Framing { get; set; }

    /// <summary>The declared Content-Length; null where there is none.</summary>
    public long? ContentLength { get; set; }

    /// <summary>Whether another message may follow on the connection.</summary>
    public bool? KeepAlive { get; set; }

    /// <summary>The content as far as it was read; null when heads alone are.</summary>
    public byte[]? Body { get; set; }

    public List<KeyValuePair<string, string>>? Trailers { get; set; }

    /// <summary>Offset of the octet behind the message in the whole input; null while it is not whole.</summary>
    public long? EndOffset { get; set; }
}
