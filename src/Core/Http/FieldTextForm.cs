namespace HiPerf.Http;

/// <summary>How a <see cref="FieldText"/> is written.</summary>
public enum FieldTextForm : byte
{
    /// <summary>Not there.</summary>
    None,

    /// <summary>As its octets stand. RFC 9110 section 5.6.2.</summary>
    Token,

    /// <summary>In quotes, with no escape between them: its octets can be used as they stand. RFC 9110 section 5.6.4.</summary>
    QuotedString,

    /// <summary>In quotes, with at least one backslash that is to be taken out. RFC 9110 section 5.6.4.</summary>
    EscapedString,
}
