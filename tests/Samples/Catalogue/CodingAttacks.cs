using static HiPerf.Samples.Catalogue.MessageAttack;
using static HiPerf.Samples.Catalogue.Wire;

namespace HiPerf.Samples.Catalogue;

/// <summary>RQ-06 and RQ-07: everything but the one token chunked, once, in HTTP/1.1.</summary>
public static class CodingAttacks
{
    private const string Hello = "POST / chunked \"hello\"";

    public static IReadOnlyList<MessageAttack> All { get; } =
    [
        Refused("RQ-06", "xchunked", Coding("xchunked▸"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "chunkedchunked", Coding("chunkedchunked▸"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "with a parameter", Coding("chunked▸;q=1"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "identity", Coding("identity▸"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "gzip", Coding("gzip▸"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "chunked, identity", Coding("chunked▸, identity"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "gzip, chunked", Coding("gzip▸, chunked"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "identity, chunked", Coding("identity▸, chunked"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "chunked not last", Coding("chunked▸, gzip"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "chunked, chunked", Coding("chunked▸, chunked"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "two lines", Coding("chunked\r\nTransfer-Encoding▸: chunked"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "two lines, the second identity", Coding("chunked\r\nTransfer-Encoding▸: identity"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "two lines, the first gzip", Coding("gzip▸\r\nTransfer-Encoding: chunked"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "two lines, the second empty", Coding("chunked\r\nTransfer-Encoding▸:"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "comma before", Coding("▸,chunked"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "comma behind", Coding("chunked▸,"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "empty", Coding("▸"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "quoted", Coding("▸\"chunked\""), ParseError.BadTransferEncoding),
        Refused("RQ-06", "space inside", Coding("chunk ▸ed"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "NUL inside", Coding("chunk▸\0ed"), ParseError.BadFieldValue),
        Refused("RQ-06", "NUL behind", Coding("chunked▸\0"), ParseError.BadFieldValue),
        Refused("RQ-06", "VT before", Coding("▸\u000Bchunked"), ParseError.BadFieldValue),
        Refused("RQ-06", "VT behind", Coding("chunked▸\u000B"), ParseError.BadFieldValue),
        Refused("RQ-06", "FF before", Coding("▸\u000Cchunked"), ParseError.BadFieldValue),
        Refused("RQ-06", "FF behind", Coding("chunked▸\u000C"), ParseError.BadFieldValue),
        Refused("RQ-06", "0xA0 before", Coding("▸\u00A0chunked"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "0xA0 behind", Coding("chunked▸\u00A0"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "0x85 before", Coding("▸\u0085chunked"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "0x85 behind", Coding("chunked▸\u0085"), ParseError.BadTransferEncoding),
        Refused("RQ-06", "prefix of chunked", Coding("chunke▸"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "more than chunked", Coding("chunkedx▸"), ParseError.UnsupportedTransferCoding),
        Refused("RQ-06", "space before the colon", Post("Transfer-Encoding▸ : chunked", "0\r\n\r\n"), ParseError.SpaceBeforeColon),
        Refused("RQ-06", "folded before the value", Post("Transfer-Encoding:\r\n▸ chunked", "0\r\n\r\n"), ParseError.ObsFold),
        Accepted("RQ-06", "chunked", Coding("chunked"), Hello),
        Accepted("RQ-06", "upper case", Coding("CHUNKED"), Hello),
        Accepted("RQ-06", "mixed case", Coding("cHuNkEd"), Hello),
        Accepted("RQ-06", "space behind", Coding("chunked "), Hello),
        Accepted("RQ-06", "HTAB before", Coding("\tchunked"), Hello),
        Accepted("RQ-06", "white space on both sides", Coding(" \t chunked\t \t"), Hello),

        Refused("RQ-07", "chunked", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding▸: chunked\r\n\r\n0\r\n\r\n", ParseError.TransferEncodingInHttp10),
        Refused("RQ-07", "gzip", "POST / HTTP/1.0\r\nTransfer-Encoding▸: gzip\r\n\r\n", ParseError.TransferEncodingInHttp10),
        Refused("RQ-07", "kept alive", "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding▸: chunked\r\n\r\n0\r\n\r\n", ParseError.TransferEncodingInHttp10),
        Refused("RQ-07", "behind a length", "POST / HTTP/1.0\r\nContent-Length: 5\r\nTransfer-Encoding▸: chunked\r\n\r\n0\r\n\r\n", ParseError.TransferEncodingInHttp10),
    ];
}
