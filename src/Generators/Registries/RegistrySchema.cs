namespace HiPerf.Generators.Registries;

/// <summary>What identifies a row: a token looked up by its octets, a number, or one octet.</summary>
internal enum RegistryKey
{
    Token,
    Code,
    Octet,
}

/// <summary>A word of the flag columns and what it says.</summary>
internal sealed record RegistryFlag(string Word, string Meaning);

/// <summary>How one registry is read and what is made of it.</summary>
/// <param name="Name">The value of the metadata HiPerfRegistry.</param>
/// <param name="Key">What identifies a row.</param>
/// <param name="Columns">The file's first line; column 0 is the key.</param>
/// <param name="Flags">The words that may stand in the columns kind, flags and status; each becomes a member of <paramref name="FlagsEnum"/>, in this order.</param>
/// <param name="Namespace">Where the emitted types live.</param>
/// <param name="EnumName">The emitted enum.</param>
/// <param name="EnumSummary">The enum's documentation.</param>
/// <param name="TableName">The emitted class that looks rows up.</param>
/// <param name="FlagsEnum">The emitted flags enum, null for a registry without flags.</param>
internal sealed record RegistrySchema(
    string Name, RegistryKey Key, string[] Columns, RegistryFlag[] Flags, string Namespace, string EnumName, string EnumSummary, string TableName, string? FlagsEnum)
{
    public bool IgnoreCase { get; init; } = true;

    /// <summary>Whether the names are looked up so often that they have a table for 256-bit registers too.</summary>
    public bool HasWideTable { get; init; }

    /// <summary>Whether words in capitals become members like Get; otherwise capitals stay, as in ETag.</summary>
    public bool LowersCapitals { get; init; }

    /// <summary>The name of the members that answer a row's text as octets and as a string.</summary>
    public (string Bytes, string Text) TextMembers { get; init; } = ("Bytes", "Text");

    public static RegistrySchema? Find(string name) => All.FirstOrDefault(schema => schema.Name == name);

    private static readonly RegistrySchema[] All =
    [
        new("http-fields", RegistryKey.Token, ["name", "kind", "flags", "status", "reference", "member"],
            [
                new("list", "The value is a comma-separated list: several field lines may be joined with a comma (RFC 9110 section 5.3)."),
                new("singleton", "One field line at most (RFC 9110 section 5.5)."),
                new("repeated", "Several field lines are allowed but never joined (RFC 9110 section 5.3, on Set-Cookie)."),
                new("hop-by-hop", "Meant for the next hop only: an intermediary does not forward it (RFC 9110 section 7.6.1)."),
                new("framing", "Decides where the content ends (RFC 9112 section 6)."),
                new("sensitive", "Carries credentials or secrets: not logged, not sent across origins on a redirect."),
                new("no-trailer", "Not allowed in a trailer section (RFC 9110 section 6.5.1)."),
                new("obsoleted", "The registry marks it as obsoleted."),
            ],
            "HiPerf.Http", "FieldName", "The registered HTTP field names (IANA HTTP Field Name Registry).", "FieldNames", "FieldFlags")
        { HasWideTable = true },
        new("http-methods", RegistryKey.Token, ["name", "flags", "reference", "member"], [
                new("safe", "Read-only in its defined semantics (RFC 9110 section 9.2.1)."),
                new("idempotent", "May be repeated with the same intended effect (RFC 9110 section 9.2.2)."),
            ],
            "HiPerf.Http", "RequestMethod", "The registered HTTP methods (IANA HTTP Method Registry).", "RequestMethods", "MethodFlags")
        { IgnoreCase = false, LowersCapitals = true },
        new("http-status-codes", RegistryKey.Code, ["code", "text", "reference", "member"], [],
            "HiPerf.Http", "StatusCode", "The registered HTTP status codes (IANA HTTP Status Code Registry).", "StatusCodes", null)
        { TextMembers = ("ReasonPhrase", "ReasonText") },
        new("ftp-commands", RegistryKey.Token, ["name", "flags", "feature", "reference", "member"],
            [
                new("access", "An access control command (RFC 959 section 4.1.1)."),
                new("parameter", "A transfer parameter command (RFC 959 section 4.1.2)."),
                new("service", "A service command (RFC 959 section 4.1.3)."),
                new("mandatory", "Every server implements it (RFC 5797 section 3)."),
                new("historic", "Kept for old peers only."),
                new("unregistered", "In use by servers, and in no registry."),
            ],
            "HiPerf.Ftp", "FtpCommand", "The registered FTP commands (IANA FTP Commands and Extensions), and others that are in use.", "FtpCommands", "FtpCommandFlags")
        { LowersCapitals = true },
        new("ftp-reply-codes", RegistryKey.Code, ["code", "text", "reference", "member"], [],
            "HiPerf.Ftp", "FtpReplyCode", "The FTP reply codes in use.", "FtpReplyCodes", null),
        new("gopher-item-types", RegistryKey.Octet, ["octet", "text", "flags", "reference", "member"],
            [
                new("file", "The item can be fetched as a file."),
                new("text", "The file is text."),
                new("image", "The file is an image."),
                new("directory", "The selector answers with a menu."),
                new("search", "The selector takes search words."),
                new("session", "The item points to an interactive session of another protocol."),
                new("mirror", "The item is another source of the last item before it that is no mirror."),
                new("information", "The line is shown and cannot be fetched."),
            ],
            "HiPerf.Gopher", "GopherItemType", "The Gopher item types; a member's value is the octet that begins a menu line.", "GopherItemTypes", "GopherItemFlags"),
        new("gopher-attributes", RegistryKey.Token, ["name", "flags", "reference", "member"], [
                new("block", "Begins a block: a line of its own, after a plus sign."),
                new("field", "Stands inside a block."),
            ],
            "HiPerf.Gopher", "GopherAttribute", "The Gopher+ attribute blocks and the fields inside them.", "GopherAttributes", "GopherAttributeFlags")
        { LowersCapitals = true },
    ];
}
