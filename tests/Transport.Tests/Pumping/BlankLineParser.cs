using HiPerf.Transport;

namespace HiPerf.Transport.Tests.Pumping;

/// <summary>Reads a section that ends in an empty line, as a head does, in the plainest way; counts its calls and the octets it looked at.</summary>
internal sealed class BlankLineParser(int maxLength = 1024) : IPumpedParser
{
    public int Calls { get; private set; }

    public long OctetsExamined { get; private set; }

    public int MaxLength { get; } = maxLength;

    public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined)
    {
        Calls++;
        // The terminator may have begun in what was examined.
        var from = Math.Max(0, examined - 3);
        OctetsExamined += buffer.Length - from;
        var bad = buffer[from..].IndexOf((byte)0xFF);
        var end = buffer[from..].IndexOf("\r\n\r\n"u8);
        if (bad >= 0 && (end < 0 || bad < end))
        {
            return ParseResult.Invalid(ParseError.BadFieldValue, from + bad);
        }

        if (end >= 0 && from + end + 4 <= MaxLength)
        {
            return ParseResult.Done(from + end + 4);
        }

        return buffer.Length > MaxLength || end >= 0
            ? ParseResult.Invalid(ParseError.HeadTooLarge, MaxLength)
            : ParseResult.NeedMoreData(buffer.Length);
    }
}

/// <summary>Never has enough: breaks the seam's contract on purpose.</summary>
internal sealed class InsatiableParser(int maxLength) : IPumpedParser
{
    public int MaxLength => maxLength;

    public ParseResult Parse(ReadOnlySpan<byte> buffer, int examined) => ParseResult.NeedMoreData(buffer.Length);
}
