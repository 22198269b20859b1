namespace HiPerf.Http1;

/// <summary>The state table of a chunked body: what each class of octet does in each state.</summary>
/// <remarks>
/// <code>
/// chunked-body = *chunk last-chunk trailer-section CRLF
/// chunk        = chunk-size [ chunk-ext ] CRLF chunk-data CRLF
/// chunk-size   = 1*HEXDIG
/// chunk-ext    = *( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )
/// field-line   = field-name ":" OWS field-value OWS
/// </code>
/// RFC 9112 sections 7.1 and 5. Lines end in CRLF and in nothing else. Counting (digits, limits) is the parser's work, not the table's.
/// </remarks>
internal static class ChunkedBodyStates
{
    public const byte SizeStart = 0, Size = 1, SizeLf = 2, ExtensionBws = 3, ExtensionNameStart = 4, ExtensionName = 5, ExtensionNameBws = 6,
        ExtensionValueStart = 7, ExtensionValue = 8, Quoted = 9, QuotedPair = 10, QuotedEnd = 11, DataCr = 12, DataLf = 13, TrailerStart = 14,
        TrailerName = 15, TrailerValue = 16, TrailerLf = 17, LastLf = 18, Data = 19, End = 20;

    /// <summary>The first entry that refuses; what it refuses with: <see cref="Error"/>.</summary>
    public const byte FirstRefusal = 0x40;

    // Refusals, two letters each so that the table keeps its columns.
    private const byte BS = 0x40, BX = 0x41, CR = 0x42, LF = 0x43, ME = 0x44, FN = 0x45, MC = 0x46, SC = 0x47, OF = 0x48, FV = 0x49;

    /// <summary>What a refusing entry stands for.</summary>
    public static ParseError Error(byte entry) => entry switch
    {
        BS => ParseError.BadChunkSize,
        BX => ParseError.BadChunkExtension,
        CR => ParseError.BareCr,
        LF => ParseError.BareLf,
        ME => ParseError.MissingChunkEnd,
        FN => ParseError.BadFieldName,
        MC => ParseError.MissingColon,
        SC => ParseError.SpaceBeforeColon,
        OF => ParseError.ObsFold,
        _ => ParseError.BadFieldValue,
    };

    /// <summary>The state after an octet, or a refusal.</summary>
    public static byte Next(byte state, byte octet) => Table[(state << 4) | Classes[octet]];

    // One row a state, one column a class of octet; sixteen columns so that a row is found by a shift.
    private static ReadOnlySpan<byte> Table =>
    [
        // CTL HT  LF  CR  SP  DQ  ;   =   hex tch :   \   dlm obs  -   -
        BS, BS, BS, BS, BS, BS, BS, BS, 1,  BS, BS, BS, BS, BS, BS, BS, // SizeStart
        BS, 3,  LF, 2,  3,  BS, 4,  BS, 1,  BS, BS, BS, BS, BS, BS, BS, // Size
        CR, CR, 19, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, // SizeLf
        BX, 3,  BX, BX, 3,  BX, 4,  BX, BX, BX, BX, BX, BX, BX, BX, BX, // ExtensionBws
        BX, 4,  BX, BX, 4,  BX, BX, BX, 5,  5,  BX, BX, BX, BX, BX, BX, // ExtensionNameStart
        BX, 6,  LF, 2,  6,  BX, 4,  7,  5,  5,  BX, BX, BX, BX, BX, BX, // ExtensionName
        BX, 6,  BX, BX, 6,  BX, 4,  7,  BX, BX, BX, BX, BX, BX, BX, BX, // ExtensionNameBws
        BX, 7,  BX, BX, 7,  9,  BX, BX, 8,  8,  BX, BX, BX, BX, BX, BX, // ExtensionValueStart
        BX, 3,  LF, 2,  3,  BX, 4,  BX, 8,  8,  BX, BX, BX, BX, BX, BX, // ExtensionValue
        BX, 9,  BX, BX, 9,  11, 9,  9,  9,  9,  9,  10, 9,  9,  BX, BX, // Quoted
        BX, 9,  BX, BX, 9,  9,  9,  9,  9,  9,  9,  9,  9,  9,  BX, BX, // QuotedPair
        BX, 3,  LF, 2,  3,  BX, 4,  BX, BX, BX, BX, BX, BX, BX, BX, BX, // QuotedEnd
        ME, ME, ME, 13, ME, ME, ME, ME, ME, ME, ME, ME, ME, ME, ME, ME, // DataCr
        ME, ME, 0,  ME, ME, ME, ME, ME, ME, ME, ME, ME, ME, ME, ME, ME, // DataLf
        FN, OF, LF, 18, OF, FN, FN, FN, 15, 15, FN, FN, FN, FN, FN, FN, // TrailerStart
        FN, SC, MC, MC, SC, FN, FN, FN, 15, 15, 16, FN, FN, FN, FN, FN, // TrailerName
        FV, 16, LF, 17, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, FV, FV, // TrailerValue
        CR, CR, 14, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, // TrailerLf
        CR, CR, 20, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, CR, // LastLf
    ];

    // Columns: 0 CTL and DEL, 1 HTAB, 2 LF, 3 CR, 4 SP, 5 DQUOTE, 6 ";", 7 "=", 8 HEXDIG, 9 other tchar, 10 ":", 11 "\", 12 other delimiters, 13 obs-text.
    private static ReadOnlySpan<byte> Classes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 3, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        4, 9, 5, 9, 9, 9, 9, 9, 12, 12, 9, 9, 12, 9, 9, 12,
        8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 10, 6, 12, 7, 12, 12,
        12, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9,
        9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 12, 11, 12, 9, 9,
        9, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9,
        9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 12, 9, 12, 9, 0,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
        13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13,
    ];
}
