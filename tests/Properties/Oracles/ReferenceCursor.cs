using System.Buffers;
using HiPerf.Http1;
using static HiPerf.Properties.Oracles.ReferenceGrammar;

namespace HiPerf.Properties.Oracles;

/// <summary>Where the reference reads, under which limit, and what it let pass.</summary>
internal abstract class ReferenceCursor(byte[] octets, Http1Limits limits, Http1Leniency leniency)
{
    private int _lineStart;
    private int _lineLimit;
    private ParseError _lineError;

    public Deviations Deviations { get; private set; }

    public int FirstDeviation { get; private set; } = -1;

    private protected byte[] Octets => octets;

    private protected Http1Limits Limits => limits;

    private protected Http1Leniency Leniency => leniency;

    private protected int At { get; set; }

    // CRLF, or LF where that may pass. A CR that no LF follows is bare; the octet behind it shows it.
    private protected void LineEnd()
    {
        if (Peek() == '\n')
        {
            if ((Leniency & Http1Leniency.BareLf) == 0)
            {
                throw new Stop(ParseError.BareLf, At);
            }

            Deviate(Deviations.BareLf, At);
            At++;
            return;
        }

        At++;
        NoLimit();
        if (Peek() != '\n')
        {
            throw new Stop(ParseError.BareCr, At);
        }

        At++;
    }

    private protected int Digit(ParseError error)
    {
        if (!IsDigit(Peek()))
        {
            throw new Stop(error, At);
        }

        return Octets[At++] - '0';
    }

    private protected char Peek()
    {
        if (At >= Limits.MaxHead)
        {
            throw new Stop(ParseError.HeadTooLarge, Limits.MaxHead);
        }

        if (At >= Octets.Length)
        {
            throw new Stop(ParseError.None, 0, OperationStatus.NeedMoreData);
        }

        char octet = (char)Octets[At];
        if (At - _lineStart >= _lineLimit && octet is not ('\r' or '\n'))
        {
            throw new Stop(_lineError, At);
        }

        return octet;
    }

    private protected void Limit(int octets, ParseError error, int? from = null) => (_lineStart, _lineLimit, _lineError) = (from ?? At, octets, error);

    private protected void NoLimit() => (_lineStart, _lineLimit) = (At, int.MaxValue);

    private protected void Deviate(Deviations deviation, int at)
    {
        if (Deviations == Deviations.None)
        {
            FirstDeviation = at;
        }

        Deviations |= deviation;
    }

    private protected void Restore(Deviations deviations, int first) => (Deviations, FirstDeviation) = (deviations, first);
}
